import { fewestPeople, smallTeams } from '#discovery/shown-teams.ts';
import { told, unnamed } from '#facts/active-people.ts';

/** What is known of a team, or of several together: people, though only as many as it takes to be shown, and their days. */
type Presence = { readonly people: ReadonlySet<number>; readonly days: number };

type Group = Presence & { readonly teams: readonly string[] };

/**
 * Counts who was there, a day of a person after the other; nobody is kept beyond those that it takes.
 *
 * Those to whom items were assigned count where there are any; else those who acted; else, of the further columns of
 * people, the one that names the fewest. They are never added up, since two columns may write one person in two ways.
 */
export class PresenceCount implements Presence {
  readonly #people = new Map<number, Set<number>>();
  days = 0;

  add(person: number, way: number): void {
    this.days++;
    if (person === unnamed) return;
    const known = this.#people.get(way) ?? new Set();
    if (known.size < fewestPeople) known.add(person);
    this.#people.set(way, known);
  }

  get people(): ReadonlySet<number> {
    const smallest = (): ReadonlySet<number> | undefined =>
      [...this.#people.values()].sort((a, b) => a.size - b.size)[0];
    return this.#people.get(told.assigned) ?? this.#people.get(told.acted) ?? smallest() ?? new Set();
  }
}

/**
 * The name under which each of some teams is shown, so that what stands under any name is the work of five people or more.
 *
 * From the lowest teams up: a team with too few people joins its parent. Where the parent has too few with it, and other
 * teams below the parent are shown, the least present of them joins too: what the others leave of the unit would be the
 * small team alone. What has no parent left is shown together, and for the same reason not without another team.
 * Only where all of the evidence is of fewer people, nothing is left to hide them in.
 */
export const namesShown = (
  present: ReadonlyMap<string, Presence>,
  parents: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, string> => new Shown(present, parents).names();

class Shown {
  readonly #present: ReadonlyMap<string, Presence>;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #below: ReadonlyMap<string | undefined, readonly string[]>;
  readonly #groups = new Map<string, Group>();
  readonly #settled = new Set<string>();

  constructor(present: ReadonlyMap<string, Presence>, parents: ReadonlyMap<string, string | undefined>) {
    this.#present = present;
    this.#parents = parents;
    this.#below = Map.groupBy(parents.keys(), (team) => parents.get(team));
  }

  names(): ReadonlyMap<string, string> {
    const teams = [...new Set([...this.#present.keys(), ...this.#parents.keys()])];
    const roots = teams.filter((team) => !this.#parents.has(this.#parents.get(team) ?? ''));
    // Whoever is his own superior has none.
    const rest = [...roots, ...teams].flatMap((team) => (this.#settled.has(team) ? [] : [this.#settle(team)]));
    const homeless = this.#filledUp(together(rest), [...this.#groups.keys()]);
    if (homeless.teams.length > 0) this.#groups.set(smallTeams, homeless);
    return new Map([...this.#groups].flatMap(([name, group]) => group.teams.map((team) => [team, name] as const)));
  }

  /** Settles a team and those below it; answers what is too little to be shown under its name. */
  #settle(team: string): Group {
    this.#settled.add(team);
    const before = new Set(this.#groups.keys());
    const below = (this.#below.get(team) ?? []).flatMap((each) =>
      this.#settled.has(each) ? [] : [this.#settle(each)],
    );
    const own = this.#present.get(team);
    const all = together([...(own ? [{ people: own.people, days: own.days, teams: [team] }] : []), ...below]);
    const group = this.#filledUp(
      all,
      [...this.#groups.keys()].filter((name) => !before.has(name)),
    );
    if (group.people.size < fewestPeople) return group;
    this.#groups.set(team, group);
    return nobody;
  }

  /** A group of somebody, but of too few, takes in the least present of some others. One is enough: it could be shown. */
  #filledUp(group: Group, others: readonly string[]): Group {
    if (group.days === 0 || group.people.size >= fewestPeople) return group;
    const [least] = others
      .flatMap((name) => {
        const other = this.#groups.get(name);
        return other ? [{ name, other }] : [];
      })
      .sort((a, b) => a.other.days - b.other.days || (a.name < b.name ? -1 : 1));
    if (!least) return group;
    this.#groups.delete(least.name);
    return together([group, least.other]);
  }
}

const nobody: Group = { teams: [], people: new Set(), days: 0 };

const together = (groups: readonly Group[]): Group => ({
  teams: groups.flatMap(({ teams }) => teams),
  people: new Set(groups.flatMap(({ people }) => [...people])),
  days: groups.reduce((sum, { days }) => sum + days, 0),
});
