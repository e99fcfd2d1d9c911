/** One rule of a mapping: the values it takes, and what they become. */
type TakesValues = { is: string | string[] } | { like: string };

export const listOf = (values: string | string[]): string[] => (typeof values === 'string' ? [values] : values);

const takes = (rule: TakesValues, value: string): boolean =>
  'is' in rule ? listOf(rule.is).includes(value) : new RegExp(`^(?:${rule.like})$`).test(value);

/** The first rule that takes a value. */
export const ruleFor = <R extends TakesValues>(rules: readonly R[], value: string): R | undefined =>
  rules.find((rule) => takes(rule, value));

/** What a value becomes by a rule, `$1` standing for the first group of its pattern. */
export const becomes = (rule: TakesValues & { to: string }, value: string): string =>
  'like' in rule ? value.replace(new RegExp(`^(?:${rule.like})$`), rule.to) : rule.to;

/** The key of a raw value; a value without a rule stays as it is, and an empty one is null. */
export const keyOf = (
  rules: { readonly rules: readonly (TakesValues & { to: string })[] },
  value: string | null,
): string | null => {
  if (value === null) return null;
  const rule = ruleFor(rules.rules, value);
  return rule ? becomes(rule, value) : value;
};
