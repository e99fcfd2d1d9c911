/** Changed lines that are no mistake, by metric, with the reason why nothing can notice them. */
export const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
