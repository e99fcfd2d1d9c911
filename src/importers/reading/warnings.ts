export type Warning = { readonly code: WarningCode; readonly count: number; readonly example: string };

/**
 * What was taken, and may not be meant.
 *
 * `time-gap`: a local time that the clocks skipped, moved forward. `time-overlap`: one they showed twice, taken at its
 * first showing. `column-renamed`: a column without a name of its own. `excel-limit`: as many lines as Excel can hold,
 * so that more may have been cut off. `people-field-unseen`: a declared field of persons that no row has. `decider-in-clear`: a column of
 * who decides, kept and shown as it is, since it is not under `people`: right for roles and groups only.
 * `passed-over`: something in a file of XML that is no part of an event log as it is known. `trace-empty`: a trace without
 * events.
 */
export type WarningCode =
  | 'time-gap'
  | 'time-overlap'
  | 'column-renamed'
  | 'excel-limit'
  | 'people-field-unseen'
  | 'decider-in-clear'
  | 'passed-over'
  | 'trace-empty';

/** Warnings counted by their code, with the first case of each. */
export class Warnings {
  readonly #found = new Map<WarningCode, { count: number; example: string }>();

  add(code: WarningCode, example: () => string): void {
    const known = this.#found.get(code);
    if (known) known.count++;
    else this.#found.set(code, { count: 1, example: example() });
  }

  list(): Warning[] {
    return [...this.#found].map(([code, { count, example }]) => ({ code, count, example }));
  }
}
