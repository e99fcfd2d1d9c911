/**
 * What was worked out before from the same evidence and records, by a name that says all else it depends on; worked out
 * and remembered where nobody did. It has to be plain data: what comes back may have been written down in between.
 */
export type Recall = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Remembers nothing. */
export const recallNothing: Recall = (_, work) => work();
