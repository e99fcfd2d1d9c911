import { type Sql, sql } from '#engine/sql.ts';
import type { RuleInterval } from '#model/rule-result.ts';
import { bootstrapRatio } from '#model/statistics/bootstrap.ts';
import type { Interval } from '#model/statistics/interval.ts';
import { kaplanMeier } from '#model/statistics/kaplan-meier.ts';
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

/** Samples of fewer are not shown: they say more about single cases than about the whole. */
export const fewest = 5;

const bootstrapLimit = 10_000;

/** Reads the rows of a rule over a span. Only sums leave the engine, unless there are few enough rows to resample. */
export const measure = (ground: Ground, rule: Rule, span: Span): Promise<Measured> => {
  const rows = rule.rows(ground, span);
  const { kind } = rule.measure;
  switch (kind) {
    case 'share':
      return share(ground, countedRows(ground, rule, span));
    case 'complete-share':
      return completeShare(ground, rows);
    case 'ratio':
      return ratio(ground, rows);
    case 'effective-number':
      return effectiveNumber(ground, rows);
    case 'survival':
      return survival(ground, rows);
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

/** Why so few cases say nothing, or undefined when there are enough of them. */
const tooFew = ({ n }: Found, rows: number): string | undefined => {
  if (rows === 0) return 'no rows in the window';
  if (n === 0) return `none of ${rows} rows can be held against the design`;
  return n < fewest ? `too few: ${n} of at least ${fewest}` : undefined;
};

const read = (found: Found, value: number, interval: Interval | null, by: RuleInterval): Measured => ({
  ...found,
  value,
  lower: interval?.lower ?? null,
  upper: interval?.upper ?? null,
  interval: interval ? by : 'none',
});

const share = async ({ engine }: Ground, counted: Sql): Promise<Measured> => {
  const sums = await engine.one<{ rows: number; n: number; hits: number }>(sql`
    select coalesce(sum(n), 0)::double as rows, coalesce(sum(n) filter (where kept is not null), 0)::double as n,
           coalesce(sum(n) filter (where kept), 0)::double as hits
    from (${counted})`);
  const { rows: all, n, hits } = sums ?? { rows: 0, n: 0, hits: 0 };
  const found = { n, coverage: all === 0 ? null : n / all, broke: n - hits };
  const few = tooFew(found, all);
  return few === undefined ? read(found, hits / n, wilson(hits, n), 'wilson') : unread(found, few);
};

const completeShare = async ({ engine }: Ground, rows: Sql): Promise<Measured> => {
  const sums = await engine.one<Record<'rows' | 'whole' | 'n' | 'hits' | 'broke', number>>(sql`
    select count(*)::double as rows, coalesce(sum(amount), 0)::double as whole,
           coalesce(sum(amount) filter (where kept is not null), 0)::double as n,
           coalesce(sum(amount) filter (where kept), 0)::double as hits,
           count(*) filter (where not kept)::double as broke
    from (${rows})`);
  const { rows: all, whole, n, hits, broke } = sums ?? { rows: 0, whole: 0, n: 0, hits: 0, broke: 0 };
  const found = { n, coverage: whole === 0 ? null : n / whole, broke };
  const few = tooFew(found, all);
  if (few !== undefined) return unread(found, few);
  return read(found, hits / n, { lower: hits / n, upper: hits / n }, 'complete');
};

const ratio = async ({ engine }: Ground, rows: Sql): Promise<Measured> => {
  const byItem = sql`
    select item_id, count(*) as rows, count(kept) as judged, count(*) filter (where not kept) as broke,
           sum(amount) as amount, sum(amount) filter (where kept is not null) as x,
           sum(kept_amount) filter (where kept is not null) as y
    from (${rows}) group by item_id`;
  const sums = await engine.one<Record<'rows' | 'n' | 'broke' | 'units' | 'amount' | keyof Sums, number>>(sql`
    select coalesce(sum(rows), 0)::double as rows, coalesce(sum(judged), 0)::double as n,
           coalesce(sum(broke), 0)::double as broke, count(x)::double as units, coalesce(sum(amount), 0) as amount,
           coalesce(sum(x), 0) as "sumX", coalesce(sum(y), 0) as "sumY", coalesce(sum(x * x), 0) as "sumXX",
           coalesce(sum(y * y), 0) as "sumYY", coalesce(sum(x * y), 0) as "sumXY"
    from (${byItem})`);
  if (!sums) return unread({ n: 0, coverage: null, broke: 0 }, 'no rows in the window');
  const found = { n: sums.n, coverage: sums.amount === 0 ? null : sums.sumX / sums.amount, broke: sums.broke };
  const few = tooFew(found, sums.rows);
  if (few !== undefined) return unread(found, few);
  if (sums.sumX === 0) return unread(found, 'no time passed in any row');
  const value = sums.sumY / sums.sumX;
  const atEdge = scoreAtEdge(sums);
  if (atEdge) return read(found, value, atEdge, 'wilson');
  if (sums.units > bootstrapLimit)
    return read(found, value, within01(ratioInterval({ ...sums, n: sums.units })), 'ratio-estimator');
  const [x = [], y = []] = await engine.columns(sql`select x, y from (${byItem}) where x is not null order by item_id`);
  return read(found, value, bootstrapRatio(Float64Array.from(y, Number), Float64Array.from(x, Number)), 'bootstrap');
};

type Sums = Parameters<typeof ratioInterval>[0];

/** The closed form knows nothing of the ends of a share. */
const within01 = (interval: Interval | null): Interval | null =>
  interval && { lower: Math.max(0, interval.lower), upper: Math.min(1, interval.upper) };

const effectiveNumber = async ({ engine }: Ground, rows: Sql): Promise<Measured> => {
  const parts = await engine.all<Part & { kept: boolean | null }>(
    sql`select object, amount, cases::double as cases, kept from (${rows}) order by object, part`,
  );
  const judged = parts.filter(({ kept }) => kept !== null);
  const total = (list: readonly Part[], of: 'amount' | 'cases'): number =>
    list.reduce((sum, part) => sum + part[of], 0);
  const whole = total(parts, 'amount');
  const found = {
    n: total(judged, 'cases'),
    coverage: whole === 0 ? null : Math.min(1, total(judged, 'amount') / whole),
    broke: parts.filter(({ kept }) => kept === false).length,
  };
  const few = tooFew(found, parts.length);
  if (few !== undefined) return unread(found, few);
  const estimate = meanEffectiveNumber(judged);
  return estimate ? read(found, estimate.value, estimate, 'delta-method') : unread(found, 'no time passed in any row');
};

const survival = async ({ engine }: Ground, rows: Sql): Promise<Measured> => {
  const cases = await engine.all<{ duration: number; observed: boolean; kept: boolean | null }>(
    sql`select amount as duration, observed, kept from (${rows}) order by amount`,
  );
  const found = {
    n: cases.length,
    coverage: cases.length === 0 ? null : 1,
    broke: cases.filter(({ kept }) => kept === false).length,
  };
  const few = tooFew(found, cases.length);
  if (few !== undefined) return unread(found, few);
  const { value, lower, upper } = kaplanMeier(cases);
  if (value === null) return unread(found, 'more than half still go on, so no middle can be told');
  return { ...found, value, lower, upper, interval: 'kaplan-meier' };
};
