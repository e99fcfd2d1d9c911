/** A length of time of ISO 8601 as people say it: `P14D` is 14 d. */
export const lengthText = (duration: string): string => {
  const parts = [...duration.replace(/^P/u, '').matchAll(/(\d+(?:\.\d+)?)([WDHMS])/gu)];
  const units: Readonly<Record<string, string>> = { W: 'w', D: 'd', H: 'h', M: 'min', S: 's' };
  return parts.map(([, number = '', unit = '']) => `${number} ${units[unit]}`).join(' ');
};

type Condition = {
  readonly amount?: { readonly from?: number; readonly below?: number };
  readonly [field: string]: unknown;
};

/** When a decision right holds, in words; always where it has no condition. */
export const conditionText = (when: unknown, count: (value: number) => string): string => {
  const { amount, ...rest } = Object(when) as Condition;
  const texts = [
    ...(amount === undefined ? [] : [amountText(amount, count)]),
    ...Object.entries(rest).map(([field, value]) => restText(field, value)),
  ];
  return texts.length === 0 ? 'always' : texts.join(', ');
};

const amountText = (
  { from, below }: { readonly from?: number; readonly below?: number },
  count: (n: number) => string,
) => {
  if (from === undefined || from === 0) return below === undefined ? 'any amount' : `amount below ${count(below)}`;
  return below === undefined ? `amount from ${count(from)}` : `amount ${count(from)} to below ${count(below)}`;
};

const restText = (field: string, value: unknown): string => {
  if (typeof value === 'boolean') return value ? field : `not ${field}`;
  const words = field === 'itemType' ? 'type' : field;
  return `${words} ${Array.isArray(value) ? value.join(' or ') : String(value)}`;
};
