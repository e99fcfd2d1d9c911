import type { Decimal } from '#model/money.ts';
import { type Stated, statedAmount, statedDay } from '../cells/stated.ts';
import type { FoundRecord } from '../define.ts';
import { ofMillions } from '../reading/millions.ts';
import type { Remarks } from '../reading/remarks.ts';
import { Tally } from '../reading/tally.ts';
import type { Field, Project } from './columns.ts';
import type { ReportYear } from './report-year.ts';

/** What a report adds up to, and what of that is taken. The middles of ranges are told where there are any. */
export class Tallies {
  readonly benefits = new Tally('Monetised benefits, stated as one number', 'GBP million');
  readonly costs = new Tally('Whole-life cost, stated as one number', 'GBP million');
  readonly budget = new Tally('Baseline of the fiscal year', 'GBP million');
  readonly forecast = new Tally('Forecast of the fiscal year', 'GBP million');
  readonly benefitMiddles = new Tally('Monetised benefits, the middle of a range', 'GBP million');
  readonly costMiddles = new Tally('Whole-life cost, the middle of a range', 'GBP million');
  hasRanges = false;

  get list() {
    const { benefits, costs, budget, forecast, benefitMiddles, costMiddles } = this;
    const tallies = [benefits, costs, budget, forecast, ...(this.hasRanges ? [benefitMiddles, costMiddles] : [])];
    return tallies.map(({ tie }) => tie);
  }
}

/** The places of the sums on that list. */
const places = { benefits: 0, costs: 1, budget: 2, benefitMiddles: 4, costMiddles: 5 } as const;

type Report = {
  readonly year: ReportYear;
  readonly benefitKind: string;
  readonly tallies: Tallies;
  readonly remarks: Remarks;
};

/**
 * What one project of a report becomes: an initiative as it stands now, its plan as of the day of the report, a funding line
 * for the year, its monetised benefits, and how confident those were who assess it.
 */
export const projectRecords = ({ row, head }: Project, key: string, report: Report): FoundRecord[] => {
  const { year, tallies, remarks, benefitKind } = report;
  const told = (field: Field, stated: Stated<string>): void => {
    if (stated.is !== 'unreadable') return;
    remarks.add(
      `${head(field)}: cannot be read and is left out`,
      `row ${row.row}: ${JSON.stringify(stated.text.slice(0, 60))}`,
    );
  };
  const start = statedDay(row.cell('start'), 'day-first');
  const end = statedDay(row.cell('end'), 'day-first');
  const cost = statedAmount(row.cell('cost'));
  const benefit = statedAmount(row.cell('benefits'));
  const baseline = statedAmount(row.cell('yearBaseline'));
  told('start', start);
  told('end', end);
  told('cost', cost);
  told('benefits', benefit);
  told('yearBaseline', baseline);
  const plannedEnd = stands(end);
  const begins = stands(start);
  const isBackwards = begins !== undefined && plannedEnd !== undefined && begins > plannedEnd;
  if (isBackwards)
    remarks.add('a start after the end: the start is left out', `row ${row.row}: ${begins} and ${plannedEnd}`);
  const dates = { ...(isBackwards ? {} : stating('plannedStart', begins)), ...stating('plannedEnd', plannedEnd) };
  const costs = stating('plannedCost', pounds(cost));
  const place = { row: row.row };
  const name = row.text('name');
  forecastOf(row.cell('yearForecast'), tallies.forecast);
  return [
    {
      kind: 'initiative',
      body: {
        key,
        name,
        deliveryModel: 'project',
        origin: `Government Major Projects Portfolio ${year.label}`,
        note: [`${row.text('department')}, ${row.text('category')}.`, row.text('aims')].join(' ').trim(),
        ...dates,
        ...costs,
      },
      place,
      counts: summed(cost, 'costs', tallies),
    },
    {
      kind: 'plan-snapshot',
      body: {
        key: `gmpp.${year.on}`,
        name: `Government Major Projects Portfolio ${year.label}`,
        on: year.on,
        initiatives: [{ initiative: key, ...dates, ...costs, ...stating('plannedBenefit', pounds(benefit)) }],
      },
      partial: { initiatives: ['initiative'] },
      place,
    },
    ...benefitOf({ key, name, kind: benefitKind, benefit, tallies, place }),
    ...fundingOf({ key, name, baseline, report, place }),
    ...confidence({ row, head }, key, year),
  ];
};

const stands = (stated: Stated<string>): string | undefined => ('value' in stated ? stated.value : undefined);

const stating = <V>(field: string, value: V | undefined) => (value === undefined ? {} : { [field]: value });

const pounds = (stated: Stated<Decimal>) => {
  const millions = stands(stated);
  return millions === undefined ? undefined : { amount: ofMillions(millions), currency: 'GBP' };
};

/** Adds a value up: one number to the one sum, the middle of a range to the other. */
const summed = (stated: Stated<Decimal>, what: 'benefits' | 'costs', tallies: Tallies) => {
  const middles = what === 'benefits' ? 'benefitMiddles' : 'costMiddles';
  if (stated.is === 'value') {
    tallies[middles].miss('stated as one number');
    return [{ tie: places[what], amount: tallies[what].take(stated.value), rows: 1 }];
  }
  tallies[what].miss(stated);
  if (stated.is !== 'range') {
    tallies[middles].miss(stated);
    return [];
  }
  tallies.hasRanges = true;
  return [{ tie: places[middles], amount: tallies[middles].take(stated.value), rows: 1 }];
};

type BenefitParts = {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly benefit: Stated<Decimal>;
  readonly tallies: Tallies;
  readonly place: { readonly row: number };
};

/** The monetised benefits over the whole life; none where they are exempt or not stated, which is not nought. */
const benefitOf = ({ key, name, kind, benefit, tallies, place }: BenefitParts): FoundRecord[] => {
  const counts = summed(benefit, 'benefits', tallies);
  const value = stands(benefit);
  if (value === undefined) return [];
  const range = benefit.is === 'range' ? { note: `Stated as a range: ${benefit.text}` } : {};
  const body = {
    key,
    name: `${name}: monetised benefits`,
    kind,
    currency: 'GBP',
    wholeLife: ofMillions(value),
    ...range,
  };
  return [{ kind: 'benefit', body, place, counts }];
};

type FundingParts = {
  readonly key: string;
  readonly name: string;
  readonly baseline: Stated<Decimal>;
  readonly report: Report;
  readonly place: { readonly row: number };
};

/** The money of the year, as a funding line that is for this project alone; what was forecast of it is no money that went out. */
const fundingOf = ({ key, name, baseline, report: { year, tallies }, place }: FundingParts): FoundRecord[] => {
  if (baseline.is !== 'value') {
    tallies.budget.miss(baseline);
    return [];
  }
  const amount = { amount: ofMillions(baseline.value), currency: 'GBP' };
  return [
    {
      kind: 'investment',
      body: { key, name, basis: 'project', class: 'transform', budget: [{ period: year.period.key, amount }] },
      partial: { budget: ['period'] },
      place,
      counts: [{ tie: places.budget, amount: tallies.budget.take(baseline.value), rows: 1 }],
    },
    {
      kind: 'chain-link',
      body: {
        giver: { investment: key },
        receiver: { initiative: key },
        passes: 1,
        grade: 'B',
        rationale: 'The report states the budget of the year for this project.',
      },
      place,
    },
  ];
};

/** A forecast is added up so that the file can be tied, and has no record: it is neither budget nor money that went out. */
const forecastOf = (cell: Parameters<typeof statedAmount>[0], tally: Tally): void => {
  const stated = statedAmount(cell);
  if (stated.is === 'value') tally.leave(stated.value, 'of which the forecast has no place in a record');
  else tally.miss(stated);
};

const assessors = [
  ['ipa', 'the Infrastructure and Projects Authority'],
  ['sro', 'the senior responsible owner'],
] as const;

/** The type of decision that an assessment of delivery confidence is. */
export const confidenceTypes = assessors.map(([by, name]) => ({
  key: `delivery-confidence-${by}`,
  name: `Delivery confidence, assessed by ${name}`,
  decides: 'other',
}));

const confidence = ({ row }: Project, key: string, { on, label }: ReportYear): FoundRecord[] =>
  assessors.flatMap(([by]) => {
    const [, colour] = /^(red|amber|green)$/iu.exec(row.text(by)) ?? [];
    if (colour === undefined) return [];
    const outcome = `${colour.slice(0, 1).toUpperCase()}${colour.slice(1).toLowerCase()}`;
    const body = {
      key: `delivery-confidence.${key}.${label}.${by}`,
      name: `Delivery confidence ${label}: ${outcome}`,
      type: `delivery-confidence-${by}`,
      subject: { initiative: key },
      raisedAt: `${on}T00:00:00Z`,
      decidedAt: `${on}T00:00:00Z`,
      outcome,
    };
    return [{ kind: 'decision' as const, body, place: { row: row.row } }];
  });
