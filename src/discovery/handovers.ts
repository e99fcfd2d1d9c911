import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DiscoveredHandover, DiscoveredTeam, Discovery } from '#model/discovery.ts';
import type { Link } from './communities.ts';
import { orderedRows } from './ordered-rows.ts';
import { PairCounts } from './pair-counts.ts';
import { medianOf } from './passages.ts';
import { shareOf } from './share.ts';
import type { TeamLabels } from './shown-teams.ts';

const daySeconds = 86_400;

/**
 * Who hands work to whom, and how long it then waits, most frequent first.
 *
 * A team shown under the name of another is counted there; hand-overs among teams of one name stay, from it to itself.
 */
export const discoverHandovers = async (
  engine: Engine,
  { labels, names }: TeamLabels,
  medians: boolean,
): Promise<Discovery['handovers']> => {
  const reader = new Reader(names.length, medians);
  const columns = [sql`from_team`, sql`to_team`, sql`waited`, sql`answered`];
  for await (const rows of orderedRows(engine, { from: sql`handoff`, number: sql`handoff_no`, columns })) {
    const [items = [], from = [], to = [], waited = [], answered = []] = rows.columns;
    for (let row = 0; row < rows.length; row++) {
      const [giver, taker] = [labels[from[row] ?? -1] ?? -1, labels[to[row] ?? -1] ?? -1];
      reader.take(items[row] ?? 0, giver, taker, waited[row] ?? 0, answered[row] === 1);
    }
  }
  return reader.finish(names);
};

class Reader {
  readonly #count: PairCounts;
  readonly #items: PairCounts;
  readonly #answered: PairCounts;
  readonly #waited: PairCounts;
  /** The last item handed over between two, plus one. */
  readonly #last: PairCounts;
  readonly #waits: Map<number, number[]> | undefined;
  readonly #size: number;
  #total = 0;
  #totalItems = 0;
  #item = -1;

  constructor(size: number, medians: boolean) {
    this.#size = size;
    this.#count = new PairCounts(size);
    this.#items = new PairCounts(size);
    this.#answered = new PairCounts(size);
    this.#waited = new PairCounts(size);
    this.#last = new PairCounts(size);
    this.#waits = medians ? new Map() : undefined;
  }

  take(item: number, from: number, to: number, waited: number, answered: boolean): void {
    this.#total++;
    if (item !== this.#item) this.#totalItems++;
    this.#item = item;
    this.#count.add(from, to, 1);
    if (this.#last.get(from, to) !== item + 1) {
      this.#last.set(from, to, item + 1);
      this.#items.add(from, to, 1);
    }
    if (!answered) return;
    this.#answered.add(from, to, 1);
    this.#waited.add(from, to, waited);
    if (!this.#waits) return;
    const waits = this.#waits.get(from * this.#size + to);
    if (waits) waits.push(waited);
    else this.#waits.set(from * this.#size + to, [waited]);
  }

  finish(names: readonly string[]): Discovery['handovers'] {
    const pairs = this.#count
      .entries()
      .map(({ a, b, value }) => this.#pair(a, b, value, names))
      .sort((x, y) => y.count - x.count || compare(x.from, y.from) || compare(x.to, y.to));
    return { count: this.#total, items: this.#totalItems, pairs };
  }

  #pair(from: number, to: number, count: number, names: readonly string[]): DiscoveredHandover {
    const answered = this.#answered.get(from, to);
    const median = medianOf(this.#waits?.get(from * this.#size + to));
    return {
      from: names[from] ?? '',
      to: names[to] ?? '',
      count,
      items: this.#items.get(from, to),
      answered: shareOf(answered, count),
      meanWaitDays: answered === 0 ? null : this.#waited.get(from, to) / answered / daySeconds,
      medianWaitDays: median === null ? null : median / daySeconds,
    };
  }
}

/** Every team of the evidence with what it had, gave and got, in the order of the names. */
export const discoverTeams = (
  { names, teams }: TeamLabels,
  items: Float64Array,
  { pairs }: Discovery['handovers'],
): DiscoveredTeam[] => {
  const sum = (of: readonly DiscoveredHandover[]): number => of.reduce((all, { count }) => all + count, 0);
  return names.map((team, label) => {
    const own = teams.filter(({ name }) => name === team);
    return {
      team,
      teams: own.length,
      mapped: own.every(({ mapped }) => mapped),
      items: items[label] ?? 0,
      gave: sum(pairs.filter(({ from }) => from === team)),
      received: sum(pairs.filter(({ to }) => to === team)),
    };
  });
};

/** How much work passed between each two teams, whichever way, under their own names: for finding groups, not for showing. */
export const handoverLinks = (engine: Engine): Promise<Link[]> =>
  engine.all<Link>(sql`
    with pair as (select from_team, to_team, count(*) as count from handoff group by all)
    select least(giver.key, taker.key) as a, greatest(giver.key, taker.key) as b, sum(count)::int as weight
    from pair join team as giver on giver.team_id = from_team join team as taker on taker.team_id = to_team
    group by all order by all`);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
