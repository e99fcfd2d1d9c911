import { ChainKind } from '#api/value.ts';

/** What opens where money came to a record of the chain and went from there: `value.initiative:crm`. */
export const valueId = (kind: string, key: string): string => `value.${kind}:${encodeURIComponent(key)}`;

/** What opens the trace of all money. */
export const wholeTrace = 'value.trace';

/** What opens a link of a trace: `value.link:initiative%20crm>capability%20sales`. */
export const linkId = (from: string, to: string): string =>
  `value.link:${[from, to].map(encodeURIComponent).join('>')}`;

/** The record that such a name asks for. */
export const valueIn = (id: string): { readonly kind: ChainKind; readonly key: string } | undefined => {
  const [, kind, key] = /^value\.(\w+):(.+)$/u.exec(id) ?? [];
  const known = ChainKind.safeParse(kind).data;
  return known === undefined || key === undefined ? undefined : { kind: known, key: decoded(key) };
};

export const linkIn = (id: string): { readonly from: string; readonly to: string } | undefined => {
  const { from, to } = /^value\.link:(?<from>[^>]+)>(?<to>.+)$/u.exec(id)?.groups ?? {};
  return from === undefined || to === undefined ? undefined : { from: decoded(from), to: decoded(to) };
};

/** What a person wrote into the address by hand may be none. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** What opens the accounts of an initiative by one basis, line by line: `finance.plan:crm`. */
export const financeId = (basis: string, key: string): string => `finance.${basis}:${encodeURIComponent(key)}`;

export const financeIn = (id: string): { readonly basis: string; readonly key: string } | undefined => {
  const [, basis, key] = /^finance\.(plan|outlook|actual):(.+)$/u.exec(id) ?? [];
  return basis === undefined || key === undefined ? undefined : { basis, key: decoded(key) };
};

/** The key of the one record that a name of this kind asks for. */
const keyIn =
  (kind: string) =>
  (id: string): string | undefined => {
    const [, found, key] = /^(\w+):(.+)$/u.exec(id) ?? [];
    return found === kind && key !== undefined ? decoded(key) : undefined;
  };

/** What opens one benefit, period by period: `benefit:digital-sales`. */
export const benefitId = (key: string): string => `benefit:${encodeURIComponent(key)}`;

export const benefitIn = keyIn('benefit');

/** What opens the totals of all benefits. */
export const benefitsFigure = 'benefits.all';

/** What opens what waiting costs of one initiative: `delay:crm`. */
export const delayId = (key: string): string => `delay:${encodeURIComponent(key)}`;

export const delayIn = keyIn('delay');

/** What opens the gate: everything that asks for money, with what is missing of its case. */
export const gateFigure = 'value.gate';

/** What opens one outcome, measurement by measurement: `outcome:conversion`. */
export const outcomeId = (key: string): string => `outcome:${encodeURIComponent(key)}`;

export const outcomeIn = keyIn('outcome');

/** Whether a name opens what is explained by its id, and not something of the chain of value or of cases, which has a page of its own. */
export const isExplained = (id: string): boolean =>
  !id.includes(':') && ![wholeTrace, benefitsFigure, gateFigure].includes(id);
