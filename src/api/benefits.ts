import { z } from 'zod';
import { Benefit, PeriodValue } from '#model/benefit.ts';
import { Day } from '#model/day.ts';
import { EffectKind } from '#model/kinds.ts';
import { Decimal } from '#model/money.ts';
import { Grade } from '#model/reading.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';
import { notices } from './model.ts';
import { edited } from './records.ts';
import { RateUsed } from './value.ts';

/** What was realised against what was planned. Rates are shares and may be more than 1; null is unknown, never nought. */
const Realisation = z.object({
  planned: Decimal.nullable(),
  plannedToDate: Decimal.nullable(),
  /** The part of the plan to date of which it is on record what came of it. */
  plannedMeasured: Decimal.nullable(),
  realised: Decimal.nullable(),
  /** Realised without an approved plan: in no rate. */
  unplanned: Decimal.nullable(),
  toDate: z.number().nullable(),
  ofLifetime: z.number().nullable(),
  coverage: z.number().nullable(),
});
export type Realisation = z.infer<typeof Realisation>;

const Reached = z.object({ reached: z.int(), of: z.int() });

const Total = z.object({
  /** A currency or another unit. */
  unit: z.string(),
  money: z.boolean(),
  n: z.int(),
  disbenefits: z.int(),
  /** Without disbenefits, and with them taken off. */
  gross: Realisation,
  net: Realisation,
  /** How many have a rate to date of 1 or more, of those that have one. */
  count: Reached,
  /** The rates to date weighted by whole plans. */
  weighted: z.number().nullable(),
});
export type Total = z.infer<typeof Total>;

const Due = z.object({
  period: z.string(),
  /** The first day on which its value can be known, and the last on which it is not overdue. */
  from: Day,
  by: Day,
  state: z.enum(['coming', 'due', 'overdue']),
});

const Shortfall = z.object({
  since: Day,
  rate: z.number(),
  amount: Decimal,
  cause: z.string().nullable(),
  action: Benefit.shape.shortfalls.unwrap().element.shape.action.nullable(),
  state: z.enum(['unexplained', 'in-hand', 'action-overdue']),
});

/** A line of the register. */
const BenefitRow = z.object({
  key: z.string(),
  name: z.string(),
  kind: EffectKind,
  as: z.enum(['supporting', 'end']),
  disbenefit: z.boolean(),
  cashReleasing: z.boolean().nullable(),
  /** Its currency or another unit. */
  unit: z.string(),
  money: z.boolean(),
  businessOwner: z.string().nullable(),
  approvedOn: Day.nullable(),
  /** All that is planned of it, where nothing says how it spreads over periods: in no rate, and due at no time. */
  wholeLife: Decimal.nullable(),
  realisation: Realisation,
  /** Values on record, and how many of them the business confirmed. */
  values: z.int(),
  confirmed: z.int(),
  /** What it will come to over its life, and how much of that is over and not measured. */
  outlook: z.object({ total: Decimal, unmeasured: Decimal }).nullable(),
  shortfall: Shortfall.nullable(),
  next: Due.nullable(),
  overdue: z.int(),
  /** Of what was realised; null where nothing was. */
  grade: Grade.nullable(),
});
export type BenefitRow = z.infer<typeof BenefitRow>;

const told = { today: Day, notices };

/** What people call the roles that are named by key. */
const roles = z.record(z.string(), z.string());

export const listBenefits = endpoint({
  id: 'list-benefits',
  stands: true,
  method: 'get',
  path: '/api/v1/benefits',
  summary: 'The register of benefits: plan, realised, rates, outlook, shortfall, next measurement, with totals',
  input: z.strictObject({ asOf }),
  answer: z.object({
    ...told,
    benefits: z.array(BenefitRow),
    roles,
    /** One for each currency and unit; nothing is added across them. */
    totals: z.array(Total),
    /** All money in the currency of totals, the keys of benefits for which a rate is missing, and the rates that were taken. */
    converted: z.object({ total: Total.nullable(), withoutRate: z.array(z.string()), rates: z.array(RateUsed) }),
    /** What is stated for whole lives only, by currency and unit, less disbenefits; supporting benefits are left out. */
    wholeLife: z.array(z.object({ unit: z.string(), money: z.boolean(), n: z.int(), value: Decimal })),
    /** By number, whatever the unit. */
    count: Reached,
  }),
});

const NotEnough = z.object({ n: z.int(), fewest: z.int() });

const CurvePoint = z.object({
  from: Day,
  to: Day,
  periods: z.array(z.string()),
  over: z.boolean(),
  planned: Decimal.nullable(),
  expected: Decimal.nullable(),
  /** Null as long as not all of it is over and measured; `soFar` is what is on record. */
  realised: Decimal.nullable(),
  soFar: Decimal.nullable(),
  confirmed: z.int(),
  values: z.int(),
  /** The middle 80 % of what may come. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  missing: z.union([z.literal('nothing-forecast'), NotEnough]).nullable(),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

const Claim = z.object({
  kind: z.string(),
  key: z.string(),
  name: z.string(),
  share: z.number().nullable(),
  grade: Grade,
  rationale: z.string(),
});

export const showBenefit = endpoint({
  id: 'show-benefit',
  pages: ({ chain, links }) => ({ rows: chain.length, total: links }),
  stands: true,
  method: 'get',
  path: '/api/v1/benefits/:key',
  summary:
    'One benefit: its curve with bands, rates, forecasts against what came, claims on it, dues, owners, sign-offs',
  input: z.strictObject({
    key: z.string(),
    asOf,
    /** Of the links that lead to it: of a great portfolio nearly all do. */
    limit: z.int().min(1).max(100_000).default(100),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    ...told,
    benefit: BenefitRow,
    roles,
    curve: z.array(CurvePoint),
    /** What its measure was before: the baselines of the outcomes that lead to it. */
    baselines: z.array(
      z.object({ outcome: z.string(), name: z.string(), unit: z.string().nullable(), on: Day, value: z.number() }),
    ),
    forecasts: z.array(z.object({ madeOn: Day, profile: z.array(PeriodValue), isPlan: z.boolean() })),
    accuracy: z.array(
      z.object({ months: z.int(), n: z.int(), error: z.number().nullable(), bias: z.number().nullable() }),
    ),
    reference: z.object({
      /** What similar benefits are like; null where no class of work leads to this one. */
      like: z.object({ kind: EffectKind, class: z.string(), disbenefit: z.boolean() }).nullable(),
      /** What finished ones came to, as multiples of their plans: the middle 80 % and the middle. */
      band: z.union([z.object({ low: z.number(), middle: z.number(), high: z.number(), n: z.int() }), NotEnough]),
    }),
    contribution: z.object({
      claims: z.array(Claim),
      others: z.number().nullable(),
      grade: Grade.nullable(),
      sentence: z.string(),
    }),
    /** How many links of the chain lead to it on that day, and those of the page, the last ones of the way first. */
    links: z.int(),
    chain: z.array(
      z.object({
        key: z.string(),
        giver: z.object({ kind: z.string(), key: z.string(), name: z.string() }),
        receiver: z.object({ kind: z.string(), key: z.string(), name: z.string() }),
        contributes: z.number().nullable(),
        grade: Grade,
      }),
    ),
    due: z.array(Due),
    measuredUntil: Day.nullable(),
    /** The last end of the work that leads to it; null where none is dated. */
    workEnds: Day.nullable(),
    owners: z.array(
      z.object({
        from: z.string().nullable(),
        to: z.string().nullable(),
        at: z.string(),
        actor: z.string(),
        reason: z.string(),
      }),
    ),
    signOffs: z.array(
      z.object({ period: z.string(), value: Decimal, by: z.string(), at: z.string().nullable(), isOwner: z.boolean() }),
    ),
  }),
});

export const listDue = endpoint({
  id: 'list-due',
  stands: true,
  method: 'get',
  path: '/api/v1/due-measurements',
  summary: 'Which values of benefits are to be measured, the longest overdue first, also after the work has ended',
  input: z.strictObject({ asOf, coming: z.boolean().default(false) }),
  answer: z.object({
    ...told,
    due: z.array(
      Due.extend({
        benefit: z.string(),
        name: z.string(),
        businessOwner: z.string().nullable(),
        /** Whether all work that leads to it has ended before. */
        isPastWork: z.boolean(),
      }),
    ),
    /** Benefits of which nothing says when they are measured. */
    without: z.array(z.string()),
  }),
});

const edit = {
  key: z.string(),
  reason: z.string().min(1, 'a reason for the history'),
  dryRun: z.boolean().default(false),
  expected: z.int().min(0).optional(),
};

export const realiseBenefit = endpoint({
  id: 'realise-benefit',
  version: ({ version }) => version,
  method: 'post',
  path: '/api/v1/benefits/:key/realised',
  summary:
    'Puts on record what came of a benefit in a period, or confirms it; a value that stood is taken the place of',
  input: z.strictObject({
    ...edit,
    period: z.string(),
    /** Left out, the value that stands is confirmed. */
    value: Decimal.optional(),
    /** The role that confirms it, now. */
    confirmedBy: z.string().optional(),
  }),
  answer: edited,
});

export const forecastBenefit = endpoint({
  id: 'forecast-benefit',
  version: ({ version }) => version,
  method: 'post',
  path: '/api/v1/benefits/:key/forecasts',
  summary: 'Adds what is thought now of a benefit; earlier forecasts stay',
  input: z.strictObject({
    ...edit,
    /** Today when left out. */
    madeOn: Day.optional(),
    profile: z.array(z.strictObject({ period: z.string(), value: Decimal })).min(1, 'at least one period'),
  }),
  answer: edited,
});
