import type { Engine } from '#engine/engine.ts';
import { exactSum } from '#engine/exact-sum.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import type { RuleInterval } from '#model/rule-result.ts';
import { bootstrapRatio, mostResampled } from '#model/statistics/bootstrap.ts';
import type { Estimate, Interval } from '#model/statistics/interval.ts';
import { kaplanMeier, type Lifetime } from '#model/statistics/kaplan-meier.ts';
import { ratioInterval } from '#model/statistics/ratio-estimator.ts';
import { scoreAtEdge } from '#model/statistics/score-at-edge.ts';
import { wilson } from '#model/statistics/wilson.ts';
import { countedRows } from './counted.ts';
import type { Rule } from './define.ts';
import { meanEffectiveNumber, type Part } from './effective-number.ts';
import type { Ground } from './ground.ts';
import type { Span } from './span.ts';

/** What the rows of one span come to. `n` counts the cases that could be judged, `broke` the rows that were not kept. */
export type Measured = {
  readonly value: number | null;
  readonly n: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly interval: RuleInterval;
  readonly coverage: number | null;
  readonly broke: number;
  readonly missing?: string;
};

/** What can be held against another reading: a value with both of its bounds, and its cases; null where one is missing. */
export const estimateOf = ({ value, lower, upper, n }: Measured): (Estimate & { readonly n: number }) | null =>
  value === null || lower === null || upper === null ? null : { value, lower, upper, n };

/** Samples of fewer are not shown: they say more about single cases than about the whole. */
export const fewest = 5;

/** Rows that began under pressure, other rows, and those of which that cannot be told; of a whole there is only the last. */
type Sides = ReadonlyMap<boolean | null, Measured>;

/** Reads the rows of a rule over a span. Only sums leave the engine, unless there are few enough rows to resample. */
export const measure = async (ground: Ground, rule: Rule, span: Span): Promise<Measured> => {
  const sides = await measureBy(ground, rule, rowsOf(ground, rule, span), sql`null::boolean`);
  return sides.get(null) ?? nothing;
};

/** What a rule comes to over the window, and over its parts. */
export type Parts = {
  readonly whole: Measured;
  /** The rows that began under pressure and the rest of them; only of a rule that is read so. */
  readonly sides: () => Promise<{ readonly under: Measured; readonly rest: Measured }>;
  /** One of the periods, by its place. */
  readonly period: (index: number) => Promise<Measured>;
};

/** Reads a rule over the window and its parts: at once where its rows can be counted so, else each part when it is asked for. */
export const measureParts = async (ground: Ground, rule: Rule, periods: readonly Span[]): Promise<Parts> => {
  if (rule.measure.kind === 'share' && !rule.knowsItsSpan) return countParts(ground, rule, periods);
  return {
    whole: await measure(ground, rule, ground.span),
    sides: async () => {
      const sides = await measureBy(ground, rule, rowsOf(ground, rule, ground.span), sql`pressed`);
      return { under: sides.get(true) ?? nothing, rest: sides.get(false) ?? nothing };
    },
    period: async (index) => {
      const span = periods[index];
      return span ? measure(ground, rule, span) : nothing;
    },
  };
};

const rowsOf = (ground: Ground, rule: Rule, span: Span): Sql =>
  rule.measure.kind === 'share' ? countedRows(ground, rule, span) : rule.rows(ground, span);

/** One statement for all parts of a share, because to plan a statement is most of what reading few rows takes. */
const countParts = async (ground: Ground, rule: Rule, periods: readonly Span[]): Promise<Parts> => {
  const side = 'never' in rule.underPressure ? sql`null::boolean` : sql`pressed`;
  const within = periods.map(
    ({ from, until }, index) => sql`when counted_at >= ${from} and counted_at < ${until} then ${index}`,
  );
  const period = within.length === 0 ? sql`null::int` : sql`case ${join(within, ' ')} end`;
  const counts = await ground.engine.all<Counts & Side & { period: number | null }>(sql`
    select side, period, ${counting}
    from (select *, ${side} as side, ${period} as period from (${countedRows(ground, rule, ground.span)}))
    group by side, period`);
  const of = (own: readonly Counts[]): Measured => (own.length === 0 ? nothing : shareOf(rule, own.reduce(added)));
  return {
    whole: of(counts),
    sides: async () => ({
      under: of(counts.filter((each) => each.side === true)),
      rest: of(counts.filter((each) => each.side === false)),
    }),
    period: async (index) => of(counts.filter((each) => each.period === index)),
  };
};

/** Rows, those of them that were judged, and those that were kept. */
type Counts = { readonly rows: number; readonly n: number; readonly hits: number };

const counting = sql`
  sum(n)::double as rows, coalesce(sum(n) filter (where kept is not null), 0)::double as n,
  coalesce(sum(n) filter (where kept), 0)::double as hits`;

const added = (a: Counts, b: Counts): Counts => ({ rows: a.rows + b.rows, n: a.n + b.n, hits: a.hits + b.hits });

const measureBy = ({ engine }: Ground, rule: Rule, rows: Sql, side: Sql): Promise<Sides> => {
  const told = sql`select *, ${side} as side from (${rows})`;
  switch (rule.measure.kind) {
    case 'share':
      return share(engine, rule, told);
    case 'complete-share':
      return completeShare(engine, rule, told);
    case 'weighed-share':
      return weighedShare(engine, rule, told);
    case 'ratio':
      return ratio(engine, rule, told);
    case 'effective-number':
      return effectiveNumber(engine, rule, told);
    case 'overlap':
      return overlap(engine, rule, told);
    case 'survival':
      return survival(engine, rule, told);
  }
};

type Found = Pick<Measured, 'n' | 'coverage' | 'broke'>;

const unread = (found: Found, missing: string): Measured => ({
  ...found,
  value: null,
  lower: null,
  upper: null,
  interval: 'none',
  missing,
});

const nothing = unread({ n: 0, coverage: null, broke: 0 }, 'no rows in the window');

type Lacking = Pick<Rule, 'lacking'>;

/** Why so few cases say nothing, or undefined when there are enough of them; `of` is given where every row is a case. */
const tooFew = ({ n }: Found, { lacking = noneHeld }: Lacking, of?: number): string | undefined => {
  if (n === 0) return of === undefined ? lacking : `${lacking} (0 of ${of.toLocaleString('en')})`;
  return n < fewest ? `too few: ${n} of at least ${fewest}` : undefined;
};

const noneHeld = 'nothing of it can be held against the design';

const read = (found: Found, value: number, interval: Interval | null, by: RuleInterval): Measured => ({
  ...found,
  value,
  lower: interval?.lower ?? null,
  upper: interval?.upper ?? null,
  interval: interval ? by : 'none',
});

type Side = { readonly side: boolean | null };

const share = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const sums = await engine.all<Side & Counts>(sql`select side, ${counting} from (${rows}) group by side`);
  return new Map(sums.map(({ side, ...counts }) => [side, shareOf(rule, counts)]));
};

const shareOf = (rule: Lacking, { rows, n, hits }: Counts): Measured => {
  const found = { n, coverage: n / rows, broke: n - hits };
  const few = tooFew(found, rule, rows);
  return few === undefined ? read(found, hits / n, wilson(hits, n), 'wilson') : unread(found, few);
};

const completeShare = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const sums = await engine.all<Side & Record<'whole' | 'n' | 'hits' | 'broke', number>>(sql`
    select side, ${sum(sql`amount`)} as whole,
           coalesce(${exactSum(sql`amount`, judged)}, 0) as n,
           coalesce(${exactSum(sql`amount`, sql`filter (where kept)`)}, 0) as hits,
           count(*) filter (where not kept)::double as broke
    from (${rows}) group by side`);
  return new Map(
    sums.map(({ side, whole, n, hits, broke }) => {
      const found = { n, coverage: whole === 0 ? null : n / whole, broke };
      const few = tooFew(found, rule);
      if (few !== undefined) return [side, unread(found, few)];
      return [side, read(found, hits / n, { lower: hits / n, upper: hits / n }, 'complete')];
    }),
  );
};

const weighedShare = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const sums = await engine.all<Side & Record<'n' | 'whole' | 'judged' | 'hits' | 'broke', number>>(sql`
    select side, count(distinct object) filter (where kept is not null)::double as n,
           ${sum(sql`amount`)}::double as whole,
           coalesce(${exactSum(sql`amount`, judged)}, 0)::double as judged,
           coalesce(${exactSum(sql`amount`, sql`filter (where kept)`)}, 0)::double as hits,
           count(*) filter (where not kept)::double as broke
    from (${rows}) group by side`);
  return new Map(
    sums.map(({ side, n, whole, judged: known, hits, broke }) => {
      const found = { n, coverage: whole === 0 ? null : known / whole, broke };
      if (known === 0) return [side, unread(found, rule.lacking ?? noneHeld)];
      return [side, read(found, hits / known, { lower: hits / known, upper: hits / known }, 'complete')];
    }),
  );
};

const ratio = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const byItem = sql`
    select side, item_id, count(*) as rows, count(kept) as judged, count(*) filter (where not kept) as broke,
           ${exactSum(sql`amount`)} as amount, ${exactSum(sql`amount`, judged)} as x, ${exactSum(sql`kept_amount`, judged)} as y
    from (${rows}) group by side, item_id`;
  const sums = await engine.all<Side & RatioSums>(sql`
    select side, coalesce(sum(rows), 0)::double as rows, coalesce(sum(judged), 0)::double as n,
           coalesce(sum(broke), 0)::double as broke, count(x)::double as units, ${sum(sql`amount`)} as amount,
           ${sum(sql`x`)} as "sumX", ${sum(sql`y`)} as "sumY", ${sum(sql`x * x`)} as "sumXX", ${sum(sql`y * y`)} as "sumYY",
           ${sum(sql`x * y`)} as "sumXY"
    from (${byItem}) group by side`);
  const few = sums.some(({ units }) => units <= mostResampled);
  const resampled = few ? await itemsBySide(engine, byItem) : new Map<boolean | null, Items>();
  return new Map(sums.map(({ side, ...own }) => [side, ratioOf(rule, own, resampled.get(side))]));
};

type RatioSums = Record<'rows' | 'n' | 'broke' | 'units' | 'amount' | keyof Sums, number>;

/** What each item has of the whole, and of what was kept, the smallest first. */
type Items = { readonly x: Float64Array; readonly y: Float64Array };

/** The items of the sides that have few enough of them to resample. */
const itemsBySide = async (engine: Engine, byItem: Sql): Promise<Map<boolean | null, Items>> => {
  const rows = await engine.all<Side & { x: number; y: number }>(sql`
    select side, x, y from (${byItem}) where x is not null
    qualify count(*) over (partition by side) <= ${mostResampled} order by x, y`);
  return new Map(
    [...Map.groupBy(rows, ({ side }) => side)].map(([side, own]) => [
      side,
      { x: Float64Array.from(own, ({ x }) => x), y: Float64Array.from(own, ({ y }) => y) },
    ]),
  );
};

const ratioOf = (rule: Lacking, sums: RatioSums, items: Items | undefined): Measured => {
  const found = { n: sums.n, coverage: sums.amount === 0 ? null : sums.sumX / sums.amount, broke: sums.broke };
  const few = tooFew(found, rule, sums.rows);
  if (few !== undefined) return unread(found, few);
  if (sums.sumX === 0) return unread(found, 'no time passed in any row');
  const value = sums.sumY / sums.sumX;
  const atEdge = scoreAtEdge(sums);
  if (atEdge) return read(found, value, atEdge, 'wilson');
  if (!items) return read(found, value, within01(ratioInterval({ ...sums, n: sums.units })), 'ratio-estimator');
  return read(found, value, bootstrapRatio(items.y, items.x), 'bootstrap');
};

const judged = sql`filter (where kept is not null)`;

const sum = (value: Sql): Sql => sql`coalesce(${exactSum(value)}, 0)`;

type Sums = Parameters<typeof ratioInterval>[0];

/** The closed form knows nothing of the ends of a share. */
const within01 = (interval: Interval | null): Interval | null =>
  interval && { lower: Math.max(0, interval.lower), upper: Math.min(1, interval.upper) };

const effectiveNumber = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const parts = await engine.all<Side & SpreadPart>(
    sql`select side, object, amount, cases::double as cases, kept from (${rows}) order by object, amount, cases`,
  );
  return new Map([...Map.groupBy(parts, ({ side }) => side)].map(([side, own]) => [side, spreadOf(rule, own)]));
};

type SpreadPart = Part & { readonly kept: boolean | null };

const spreadOf = (rule: Lacking, parts: readonly SpreadPart[]): Measured => {
  const judged = parts.filter(({ kept }) => kept !== null);
  const total = (list: readonly Part[], of: 'amount' | 'cases'): number =>
    list.reduce((sum, part) => sum + part[of], 0);
  const whole = total(parts, 'amount');
  const found = {
    n: total(judged, 'cases'),
    coverage: whole === 0 ? null : Math.min(1, total(judged, 'amount') / whole),
    broke: parts.filter(({ kept }) => kept === false).length,
  };
  const few = tooFew(found, rule);
  if (few !== undefined) return unread(found, few);
  const estimate = meanEffectiveNumber(judged);
  return estimate ? read(found, estimate.value, estimate, 'delta-method') : unread(found, 'no time passed in any row');
};

const overlap = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const sums = await engine.all<Side & Record<'n' | 'broke' | 'whole' | 'judged' | 'due' | 'common', number>>(sql`
    select side, coalesce(sum(cases) ${judged}, 0)::double as n,
           count(*) filter (where not kept)::double as broke, ${sum(sql`amount`)} as whole,
           coalesce(${exactSum(sql`amount`, judged)}, 0) as judged, coalesce(${exactSum(sql`due`, judged)}, 0) as due,
           coalesce(${exactSum(sql`least(amount, due)`, judged)}, 0) as common
    from (${rows}) group by side`);
  return new Map(
    sums.map(({ side, n, broke, whole, judged: amount, due, common }) => {
      const found = { n, coverage: whole > 0 ? amount / whole : null, broke };
      const few = tooFew(found, rule);
      if (few !== undefined) return [side, unread(found, few)];
      if (amount <= 0 || due <= 0) return [side, unread(found, 'nothing was spent, or nothing is due')];
      const value = Math.min(1, common / amount);
      return [side, read(found, value, { lower: value, upper: value }, 'complete')];
    }),
  );
};

const survival = async (engine: Engine, rule: Lacking, rows: Sql): Promise<Sides> => {
  const cases = await engine.all<Side & Life>(
    sql`select side, amount as duration, observed, kept from (${rows}) order by amount`,
  );
  return new Map([...Map.groupBy(cases, ({ side }) => side)].map(([side, own]) => [side, lifeOf(rule, own)]));
};

type Life = Lifetime & { readonly kept: boolean | null };

const lifeOf = (rule: Lacking, cases: readonly Life[]): Measured => {
  const found = { n: cases.length, coverage: 1, broke: cases.filter(({ kept }) => kept === false).length };
  const few = tooFew(found, rule);
  if (few !== undefined) return unread(found, few);
  const { value, lower, upper } = kaplanMeier(cases);
  if (value === null) return unread(found, 'more than half still go on, so no middle can be told');
  return { ...found, value, lower, upper, interval: 'kaplan-meier' };
};
