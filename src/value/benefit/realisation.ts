import type { Benefit } from '#model/benefit.ts';
import { negated, sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cells.ts';
import { ratioOf } from './ratio.ts';

/**
 * What was realised against what was planned, in one currency or unit.
 *
 * Only cells that are over and measured enter `realised` and the rates; how much of the plan to date they are is
 * `coverage`, so what nobody measured is never read as nothing. Null where there is nothing to tell it by.
 */
export type Realisation = {
  /** The approved plan over the whole life. */
  readonly planned: Decimal | null;
  /** The part of it whose days are over. */
  readonly plannedToDate: Decimal | null;
  /** The part of that of which it is on record what came of it. */
  readonly plannedMeasured: Decimal | null;
  readonly realised: Decimal | null;
  /** What was realised of a benefit without an approved plan; it is in no rate. */
  readonly unplanned: Decimal | null;
  /** `realised` ÷ `plannedMeasured`: the rate to date. May be more than 1. */
  readonly toDate: number | null;
  /**
   * `realised` ÷ `planned`: how much of the whole plan is in. What nobody measured counts as not in; net of disbenefits there
   * is no such rate while a part of one that was planned to date is not measured, since it would count as nothing lost.
   */
  readonly ofLifetime: number | null;
  /** `plannedMeasured` ÷ `plannedToDate`, of several benefits without their signs: what is lost is to be measured as well. */
  readonly coverage: number | null;
};

/** What a benefit came to so far, of its cells as of a day. */
export const realisationOf = (cells: readonly Cell[]): Realisation => {
  const over = cells.filter((cell) => cell.over);
  const known = over.filter(({ realised }) => realised !== null);
  const measured = known.filter(({ planned }) => planned !== null);
  return rated({
    planned: sumOf(cells, ({ planned }) => planned),
    plannedToDate: sumOf(over, ({ planned }) => planned),
    plannedMeasured: sumOf(measured, ({ planned }) => planned),
    realised: sumOf(measured, ({ realised }) => realised),
    unplanned: sumOf(known, ({ planned, realised }) => (planned === null ? realised : null)),
  });
};

type Amounts = Omit<Realisation, 'toDate' | 'ofLifetime' | 'coverage'>;

const rated = (amounts: Amounts): Realisation => ({
  ...amounts,
  toDate: ratioOf(amounts.realised, amounts.plannedMeasured),
  ofLifetime: ratioOf(amounts.realised, amounts.planned),
  coverage: ratioOf(amounts.plannedMeasured ?? '0', amounts.plannedToDate),
});

/** The sum of what is known; null where nothing is. */
const sumOf = <Row>(rows: readonly Row[], read: (row: Row) => Decimal | null): Decimal | null => {
  const known = rows.map(read).filter((value) => value !== null);
  return known.length === 0 ? null : sumOfDecimals(known);
};

/** A benefit and what it came to. */
export type Realised = { readonly benefit: Benefit; readonly realisation: Realisation };

/** Of several benefits in one currency or unit: their amounts added up. Disbenefits count as what is lost where they are `netted`. */
export const together = (benefits: readonly Realised[], disbenefits: 'left-out' | 'netted'): Realisation => {
  const counted = benefits.filter(({ benefit }) => disbenefits === 'netted' || !benefit.disbenefit);
  const sum = (read: (realisation: Realisation) => Decimal | null): Decimal | null =>
    sumOf(counted, ({ benefit, realisation }) => {
      const value = read(realisation);
      return value !== null && benefit.disbenefit ? negated(value) : value;
    });
  const unsigned = (read: (realisation: Realisation) => Decimal | null): Decimal | null =>
    sumOf(counted, ({ realisation }) => read(realisation));
  const summed = rated({
    planned: sum(({ planned }) => planned),
    plannedToDate: sum(({ plannedToDate }) => plannedToDate),
    plannedMeasured: sum(({ plannedMeasured }) => plannedMeasured),
    realised: sum(({ realised }) => realised),
    unplanned: sum(({ unplanned }) => unplanned),
  });
  const losses = counted.filter(({ benefit }) => benefit.disbenefit);
  return {
    ...summed,
    ofLifetime: losses.every(({ realisation }) => isWhole(realisation)) ? summed.ofLifetime : null,
    coverage: ratioOf(
      unsigned(({ plannedMeasured }) => plannedMeasured) ?? '0',
      unsigned(({ plannedToDate }) => plannedToDate),
    ),
  };
};

/** Whether all that was planned to date is measured; it is where nothing was. */
const isWhole = ({ coverage }: Realisation): boolean => coverage === null || coverage >= 1;
