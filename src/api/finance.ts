import { z } from 'zod';
import { Day } from '#model/day.ts';
import { DiscountSchedule } from '#model/discount.ts';
import { Decimal } from '#model/money.ts';
import { Grade } from '#model/reading.ts';
import { Urgency } from '#model/urgency.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';
import { notices } from './model.ts';

/** What is told beside all answers about money: the currency of totals, and the day after which nothing is known. */
const priced = { currency: z.string(), today: Day, notices };

const Basis = z.enum(['plan', 'outlook', 'actual']);
const Timing = z.enum(['first-year-undiscounted', 'end-of-year', 'mid-year']);

/** A figure of an account. Money is decimal text, all else a number; without a value `missing` says why. */
export const FinanceFigure = z.object({
  figure: z.enum([
    'cost',
    'benefit',
    'disbenefit',
    'net-present-value',
    'return-on-investment',
    'internal-rate-of-return',
    'modified-rate-of-return',
    'payback',
    'discounted-payback',
    'benefit-cost-ratio',
  ]),
  /** When in a year its money is taken to come, where that makes a difference. */
  timing: Timing.nullable(),
  unit: z.enum(['money', 'share', 'year', 'ratio']),
  value: z.union([Decimal, z.number()]).nullable(),
  missing: z.string().nullable(),
  /** What has to be known beside the value. */
  note: z.string().nullable(),
});
export type FinanceFigure = z.infer<typeof FinanceFigure>;

const Year = z.object({
  year: z.string(),
  from: Day,
  to: Day,
  cost: Decimal,
  benefit: Decimal,
  disbenefit: Decimal,
  net: Decimal,
});

/** One year as it counts: its net by its factor, and the sum of all years so far. Lines add up to the last sum. */
const WorkingLine = Year.extend({
  t: z.number(),
  factor: z.number(),
  presentValue: Decimal,
  cumulative: Decimal,
});

const Account = z.object({
  basis: Basis,
  figures: z.array(FinanceFigure),
  /** How many amounts on record went into it; there is nothing to estimate from them. */
  n: z.int(),
  interval: z.literal('complete'),
  /** The share (0–1) of what the chain ties to it that could be counted. */
  coverage: z.number().nullable(),
  grade: Grade.nullable(),
  years: z.array(Year),
  /** Line by line, by each timing; none where nothing is discounted. */
  workings: z.array(z.object({ timing: Timing, lines: z.array(WorkingLine) })),
  leftOut: z.array(z.object({ kind: z.string(), key: z.string(), why: z.string() })),
});

export const showFinance = endpoint({
  id: 'show-finance',
  stands: true,
  method: 'get',
  path: '/api/v1/value/finance/:key',
  summary:
    'The money of an initiative or a line of funding over its years, by plan, by outlook and by what came, line by line',
  input: z.strictObject({
    key: z.string(),
    /** Needed only where an initiative and a line of funding have one key. */
    kind: z.enum(['initiative', 'investment']).optional(),
    asOf,
    /** Instead of that of the settings. */
    discount: z
      .string()
      .regex(/^(?:green-book|-?\d+(?:\.\d+)? ?%?)$/u, 'a rate such as 8% or 0.08, or green-book')
      .optional(),
  }),
  answer: z.object({
    ...priced,
    kind: z.string(),
    key: z.string(),
    name: z.string(),
    discount: DiscountSchedule.nullable(),
    prices: z.enum(['nominal', 'real']),
    priceYear: z.int().nullable(),
    accounts: z.array(Account),
  }),
});

const told = <T extends z.ZodType>(value: T) => z.object({ value: value.nullable(), missing: z.string().nullable() });

const Delay = z.object({
  key: z.string(),
  name: z.string(),
  urgency: Urgency,
  /** Nobody stated how its value goes with time: each month is taken to lose what a month brings. */
  isAssumed: z.boolean(),
  /**
   * What is still to come: benefits less disbenefits, a month of them, and costs; null where some of it has no rate, or where
   * nothing of the kind was ever planned.
   */
  gain: Decimal.nullable(),
  monthlyGain: Decimal.nullable(),
  cost: Decimal.nullable(),
  /** What the first month of delay costs; what it saves is negative. */
  perMonth: told(Decimal),
  losses: z.array(z.object({ months: z.number(), lost: Decimal })),
  isWorthLess: z.boolean(),
  ready: Day.nullable(),
  months: told(z.number()),
  /** Cost of delay ÷ duration: what goes first loses the least in all. */
  perMonthOfWork: told(Decimal),
});
export type Delay = z.infer<typeof Delay>;

export const listDelays = endpoint({
  id: 'list-delays',
  stands: true,
  method: 'get',
  path: '/api/v1/value/delay',
  summary: 'What each month of delay of every initiative that is not over costs, in money, the most urgent first',
  input: z.strictObject({ asOf }),
  answer: z.object({
    ...priced,
    delays: z.array(Delay),
    /** How many initiatives are over, and so are not in it. */
    over: z.int(),
    /** How many have a cost of delay. */
    told: z.int(),
  }),
});

const AtGate = z.object({
  kind: z.enum(['initiative', 'investment']),
  key: z.string(),
  name: z.string(),
  result: z.enum(['ready', 'missing', 'overridden', 'below']),
  lacks: z.array(
    z.object({ what: z.enum(['outcome', 'benefit', 'baseline', 'measure', 'business-owner']), why: z.string() }),
  ),
  /** What it is to cost in all; null where no money is known of. */
  amount: Decimal.nullable(),
  firstSpentOn: Day.nullable(),
  override: z.object({ key: z.string(), grantedBy: z.string(), on: Day, reason: z.string() }).nullable(),
});
export type AtGate = z.infer<typeof AtGate>;

export const showGate = endpoint({
  id: 'show-gate',
  stands: true,
  method: 'get',
  path: '/api/v1/value/gate',
  summary: 'Which initiatives and lines of funding have baseline, measure and business owner, and which lack what',
  input: z.strictObject({ asOf }),
  answer: z.object({
    ...priced,
    /** From how much money on something is asked for its case. */
    from: Decimal,
    counts: z.object({ ready: z.int(), missing: z.int(), overridden: z.int(), below: z.int() }),
    /** How many of those that lack something have had money all the same, without an override. */
    spentWithout: z.int(),
    rows: z.array(AtGate),
  }),
});
