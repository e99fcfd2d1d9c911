import type { Cell as TableCell } from '#engine/table-writer.ts';
import type { Benefit } from '#model/benefit.ts';
import { converterTo } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { Decimal } from '#model/money.ts';
import { type Cell, cellsOf } from '#value/benefit/cells.ts';
import { inCurrency } from '#value/benefit/converted.ts';
import { periodsByKey } from '#value/benefit/spans.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { coinsOf } from './money.ts';
import { beginIfAny, beginOf, todayOf } from './planning.ts';

/**
 * What was planned of every benefit that is added up and what came of it, cell by cell, as it was known from `known_from`
 * until `known_until`; a row without a cell where nothing speaks of any period.
 *
 * A benefit is known from the day on which its plan was approved or it was first forecast, and always where neither was.
 * What was planned is null without an approved plan, and what was realised while the cell is not wholly measured; each stands
 * in the benefit's own unit, and in coins of the workspace's currency, null without a rate. It can be known from the end of
 * the cell on: `measured`.
 */
export const benefitCells: RecordTable = {
  name: 'benefit_cell',
  columns: {
    benefit: 'text',
    effect: 'text',
    disbenefit: 'boolean',
    unit: 'text',
    in_money: 'boolean',
    cash_releasing: 'boolean',
    known_from: 'double',
    known_until: 'double',
    periods: 'text',
    ended: 'double',
    measured: 'double',
    own_planned: 'double',
    own_realised: 'double',
    planned_coins: 'double',
    realised_coins: 'double',
  },
  instants: ['measured'],
  rows: (records) => {
    const { model, currency } = records;
    const periods = periodsByKey(model.planningPeriods);
    const convert = converterTo(currency, model.exchangeRates);
    const today = todayOf(records);
    return knownIn(records).flatMap(({ from, until, known }) => {
      const own = cellsOf(known, periods, today);
      const turned = inCurrency(known, currency, periods, convert);
      const coins = turned === known ? own : turned && cellsOf(turned, periods, today);
      const about = aboutOf(known, from, until, records);
      if (own.length === 0) return [[...about, null, null, null, null, null, null, null]];
      return own.map((cell, place) => [...about, ...valuesOf(cell, coins?.[place], records)]);
    });
  },
  happened: (records) => {
    const periods = periodsByKey(records.model.planningPeriods);
    return knownIn(records)
      .flatMap(({ known }) => cellsOf(known, periods, todayOf(records)))
      .flatMap(({ realised, to }) => (realised === null ? [] : [beginOf(to, records)]));
  },
};

/** What was known of a benefit from a day until another; always, where none is told. */
type Known = { readonly from: Day | undefined; readonly until: Day | undefined; readonly known: Benefit };

const knownIn = (records: OnRecord) =>
  records.model.benefits.filter(({ as }) => as === 'end').flatMap((benefit) => knownOf(benefit, todayOf(records)));

/** The stretches between the days on which something of a benefit was approved or thought, each with what was known in it. */
const knownOf = (benefit: Benefit, today: Day): Known[] => {
  const { plan, forecasts } = benefit;
  const told = [plan?.approvedOn ?? [], ...forecasts.map(({ madeOn }) => madeOn)].flat();
  if (told.length === 0) return [{ from: undefined, until: undefined, known: benefit }];
  const days = [...new Set(told)].filter((day) => day <= today).sort();
  return days.map((from, place) => ({ from, until: days[place + 1], known: asKnownOn(benefit, from) }));
};

const asKnownOn = (benefit: Benefit, day: Day): Benefit => {
  const { plan, forecasts } = benefit;
  const isApproved = plan?.approvedOn !== undefined && plan.approvedOn <= day;
  return {
    ...benefit,
    plan: isApproved ? plan : undefined,
    forecasts: forecasts.filter(({ madeOn }) => madeOn <= day),
  };
};

const aboutOf = (benefit: Benefit, from: Day | undefined, until: Day | undefined, records: OnRecord): TableCell[] => {
  const { key, kind, disbenefit, currency, unit, cashReleasing } = benefit;
  return [
    key,
    kind,
    disbenefit,
    currency ?? unit ?? null,
    currency !== undefined,
    cashReleasing ?? null,
    beginIfAny(from, records),
    beginIfAny(until, records),
  ];
};

const valuesOf = (own: Cell, turned: Cell | undefined, records: OnRecord): TableCell[] => {
  const inCoins = (amount: Decimal | null | undefined): number | null =>
    amount === null || amount === undefined ? null : coinsOf({ amount, currency: records.currency });
  const ended = beginOf(own.to, records);
  return [
    own.periods.join(' '),
    ended,
    own.realised === null ? null : ended,
    numberOf(own.planned),
    numberOf(own.realised),
    inCoins(turned?.planned),
    inCoins(turned?.realised),
  ];
};

const numberOf = (value: Decimal | null): number | null => (value === null ? null : Number(value));
