import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { somePeople } from '#facts/decision-facts.ts';
import type { DiscoveredDecision, DiscoveredLevel, NeverRefuses } from '#model/discovery.ts';
import { effectiveNumber, entropy } from '#model/statistics/entropy.ts';
import { type Precedence, precedenceOrder } from './precedence.ts';
import { refusal } from './refusal.ts';
import { shareOf } from './share.ts';
import type { ShownTeam } from './shown-teams.ts';

const shownPaths = 20;
const fewestDecided = 5;
const fewestCases = 50;
const neverBelow = 0.01;
const daySeconds = 86_400;

type Counted<T> = T & { readonly type: string; readonly count: number };
type TypeRow = {
  readonly type: string;
  readonly decisions: number;
  readonly decided: number;
  readonly p50: number | null;
  readonly p85: number | null;
};

/** Settled decisions with a name for the decider that may be shown: a value that also names people is not. */
const settled = sql`(
  select coalesce(type, '(none)') as type, level_decided as level, path,
         case when decided_by in (select raw from raw_value where role in ('person', 'actor')) then ${somePeople}
              else decided_by end as "by"
  from decision_fact where decided is not null)`;

/** Every yes or no, the last on a matter and those on the way to it, with a name that may be shown. */
const words = sql`(
  select outcome, case when decider in (select raw from raw_value where role in ('person', 'actor')) then ${somePeople}
                       else decider end as "by"
  from (select outcome, decided_by as decider from decision_fact where decided is not null
        union all select outcome, approver from earlier_approval))`;

/** How the decisions of each type are made, types in the order of their names. */
export const discoverDecisions = async (engine: Engine, shownTeam: ShownTeam): Promise<DiscoveredDecision[]> => {
  const types = await engine.all<TypeRow>(sql`
    select coalesce(type, '(none)') as type, count(*)::int as decisions, count(decided)::int as decided,
           quantile_cont(took, 0.5) filter (where decided is not null)::double as p50,
           quantile_cont(took, 0.85) filter (where decided is not null)::double as p85
    from decision_fact group by all order by all`);
  const deciders = await engine.all<Counted<{ by: string | null; level: string | null }>>(
    sql`select type, "by", level, count(*)::int as count from ${settled} group by all`,
  );
  const paths = await engine.all<Counted<{ path: string }>>(
    sql`select type, path, count(*)::int as count from ${settled} group by all`,
  );
  const shown = deciders.map((row) => ({ ...row, by: row.by === null ? null : shownTeam(row.by) }));
  return types.map((type) => decisionOf(type, shown.filter(ofType(type)), paths.filter(ofType(type))));
};

const ofType =
  ({ type }: TypeRow) =>
  (row: { readonly type: string }): boolean =>
    row.type === type;

const decisionOf = (
  { type, decisions, decided, p50, p85 }: TypeRow,
  deciders: readonly Counted<{ by: string | null; level: string | null }>[],
  paths: readonly Counted<{ path: string }>[],
): DiscoveredDecision => {
  const counts = paths.map(({ count }) => count).sort((a, b) => b - a);
  const days = (seconds: number | null): number | null =>
    seconds === null || decided < fewestDecided ? null : seconds / daySeconds;
  const share = <T>(rows: readonly (T & { readonly count: number })[]) =>
    rows.map((row) => ({ ...row, share: shareOf(row.count, decided) }));
  return {
    type,
    decisions,
    decided,
    deciders: share(merged(deciders.map(({ by, level, count }) => ({ by, level, count })))),
    levels: share(merged(deciders.map(({ level, count }) => ({ level, count })))),
    variants: paths.length,
    entropy: entropy(counts),
    effectiveVariants: effectiveNumber(counts),
    usual: share(merged(paths.map(({ path, count }) => ({ path, count })))).slice(0, shownPaths),
    p50Days: days(p50),
    p85Days: days(p85),
  };
};

/** Rows that say the same are one, the most frequent first and equal ones by name. */
const merged = <T extends { readonly count: number }>(rows: readonly T[]): T[] => {
  const sums = new Map<string, T>();
  for (const row of rows) {
    const name = JSON.stringify({ ...row, count: 0 });
    sums.set(name, { ...row, count: row.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums].sort(([nameA, a], [nameB, b]) => b.count - a.count || compare(nameA, nameB)).map(([, row]) => row);
};

/** Who lets everything pass: deciders with at least 50 words of known outcome, also on the way to the last, and under 1 % refused. */
export const discoverNeverRefuse = async (engine: Engine, shownTeam: ShownTeam): Promise<NeverRefuses[]> => {
  const rows = await engine.all<{ by: string; count: number; refused: number }>(sql`
    select "by", count(*)::int as count, count(*) filter (where regexp_matches(lower(outcome), ${refusal}))::int as refused
    from ${words} where "by" is not null and outcome is not null group by all`);
  const sums = new Map<string, { cases: number; refused: number }>();
  for (const { by, count, refused } of rows) {
    const own = sums.get(shownTeam(by)) ?? { cases: 0, refused: 0 };
    sums.set(shownTeam(by), { cases: own.cases + count, refused: own.refused + refused });
  }
  return [...sums]
    .filter(([by, { cases, refused }]) => by !== somePeople && cases >= fewestCases && refused < neverBelow * cases)
    .map(([by, { cases, refused }]) => ({ by, cases, refused, share: shareOf(refused, cases) }))
    .sort((a, b) => b.cases - a.cases || compare(a.by, b.by));
};

/**
 * The levels on which decisions are made, from the nearest to the work upward.
 *
 * By their rank where the design in force ranks all of them; otherwise in the order in which decisions climb through
 * them, because a path goes up more often than it goes down.
 */
export const discoverLevels = async (engine: Engine): Promise<DiscoveredLevel[]> => {
  const levels = await engine.all<{ level: string; rank: number | null; decisions: number }>(sql`
    select level_decided as level, max(rank_decided) as rank, count(*)::int as decisions
    from decision_fact where decided is not null and level_decided is not null group by all
    order by rank nulls last, level`);
  if (levels.every(({ rank }) => rank !== null)) return levels;
  const paths = await engine.all<{ path: string; count: number }>(
    sql`select path, count(*)::int as count from decision_fact where contains(path, '@') group by all`,
  );
  const places = new Map(levels.map(({ level }, place) => [level, place]));
  const order = precedenceOrder(levels.length, climbs(paths, places));
  return order.flatMap((place) => levels[place] ?? []);
};

const climbs = (
  paths: readonly { readonly path: string; readonly count: number }[],
  places: ReadonlyMap<string, number>,
): Precedence[] =>
  paths.flatMap(({ path, count }) => {
    const met = path.split(' > ').flatMap((step) => places.get(step.slice(step.indexOf('@') + 1)) ?? []);
    const firsts = [...new Set(met)];
    return firsts.flatMap((before, at) => firsts.slice(at + 1).map((after) => ({ before, after, cases: count })));
  });

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
