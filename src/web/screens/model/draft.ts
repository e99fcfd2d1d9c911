type Body = Readonly<Record<string, unknown>>;

/** A number where a text is one, exactly; else the text as it was typed, so that nothing is lost while somebody types. */
export const numberOrText = (text: string): number | string | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  return String(number) === trimmed && Number.isFinite(number) ? number : text;
};

/** A value without what was left empty: fields that say nothing are not there. */
export const cleaned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(cleaned).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value === '' || value === null ? undefined : value;
  const said = Object.entries(value)
    .map(([name, each]) => [name, cleaned(each)] as const)
    .filter(([, each]) => each !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
};

/** The fields that a form changes, as an edit says them: null takes a field away. */
export const changedFields = (before: Body, draft: Body): Record<string, unknown> => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(draft)])];
  const changed = names.flatMap((name): [string, unknown][] => {
    const after = said(draft[name], before[name]);
    return JSON.stringify(after) === JSON.stringify(before[name]) ? [] : [[name, after ?? null]];
  });
  return Object.fromEntries(changed);
};

/** A list that was not there before is not there as long as it is empty. */
const said = (value: unknown, before: unknown): unknown => {
  const after = cleaned(value);
  return Array.isArray(after) && after.length === 0 && before === undefined ? undefined : after;
};
