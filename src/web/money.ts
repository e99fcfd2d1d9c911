import { windowOf } from '#api/looked-at.ts';
import type { Words } from '#charts/drawing/numbers.ts';
import { isMoney } from '#model/unit.ts';
import type { Basis, Traced } from './queries.ts';
import { useView } from './view.ts';
import { useWorkspace } from './workspace.ts';

/** How the address asks for money of all currencies in that of totals. */
export const together = 'all';

/** The window and the instant that the address names, and how money is to be told. */
export const useAt = () => {
  const view = useView();
  return {
    window: windowOf(useWorkspace(), view.period),
    asOf: view.asOf,
    together: view.unit === together,
    evidence: view.show === 'evidenced' ? ('evidenced' as const) : ('claimed' as const),
  };
};

/** Which money the address asks for: what went out unless budgets are wanted. */
export const useBasis = (): Basis => (useView().by === 'budget' ? 'budget' : 'spend');

/** What is traced: money forward, or what came or is to come of benefits back to it. */
export const useTraced = (): Traced => {
  const { by } = useView();
  return by === 'realised' || by === 'planned' || by === 'budget' ? by : 'spend';
};

/** The currency that is looked at of those there are: the chosen one, that of the workspace, or the first. */
export const useUnit = (units: readonly string[]): string => {
  const { unit } = useView();
  const { currency } = useWorkspace();
  return [unit, currency].find((each) => each !== undefined && units.includes(each)) ?? units[0] ?? currency;
};

/** Whether there is more to look at than the one currency of totals; a foreign one alone can be told in that. */
export const isUnitChoice = (units: readonly string[], currency: string): boolean =>
  units.length > 1 || units.some((unit) => isMoney(unit) && unit !== currency);

type Money = { readonly amount: string; readonly currency: string };

/** The amount in one currency; null where there is none in it. */
export const amountIn = (all: readonly Money[], unit: string): string | null =>
  all.find(({ currency }) => currency === unit)?.amount ?? null;

/** An amount that is decimal text, as a sentence tells it: `€24.1m`. */
export const moneyText = (words: Words, amount: string | null, currency: string): string =>
  words.figure(amount === null ? null : Number(amount), currency);

/** An amount to the cent, as a table tells it. */
export const fullMoney = (amount: string | null): string => {
  if (amount === null) return '–';
  const [whole = '', part] = amount.split('.');
  const grouped = whole.replace('-', '−').replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};
