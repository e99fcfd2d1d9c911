import type { EventColumns } from './event-reader.ts';
import type { LocalDays } from './local-days.ts';
import { NumberSet } from './number-set.ts';

/**
 * What tells that a person was active in a team; further people columns are numbered from `others` on.
 *
 * They are never added up: two columns may write one person in two ways, and a team would look larger than it is.
 */
export const told = { assigned: 0, acted: 1, others: 2 } as const;

/** Stands for whoever else was there: the log knows people, and says of none that he is one of the team. */
export const unnamed = 2 ** 31 - 2;

/** How many people there may be, the first and the last instant of all, in ms, and the local day of an instant. */
type Ground = {
  readonly people: number;
  readonly from: number;
  readonly until: number;
  readonly dayOf: LocalDays;
};

type Columns = Pick<EventColumns, 'item' | 'instant' | 'team' | 'person' | 'actor'>;

/**
 * Which people were active in which team on which local day: only ever counted, to know whether a team may be shown.
 *
 * Whoever hands an item over is no member of the team that gets it, nor is whom the item belonged to before. Days, since
 * windows begin and end with them. A batch of whole items after the other; each time, what was not seen before is handed on.
 */
export class ActivePeople {
  readonly #ground: Ground;
  readonly #firstDay: number;
  readonly #days: number;
  /** Of each team, the days of each person as one number, for each way in which it may be told. */
  readonly #seen: readonly [NumberSet[], NumberSet[]] = [[], []];
  /** Of each team, the days on which whoever else was there. */
  readonly #unnamed: NumberSet[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
    const { dayOf, from, until } = ground;
    // A day more at both ends: where clocks are put back over midnight, what comes later is of an earlier day.
    this.#firstDay = dayOf(from) - 1;
    this.#days = dayOf(until) + 2 - this.#firstDay;
  }

  /** `knowsPeople` answers whether the log of an item names people at all. */
  take(
    { item, instant, team, person, actor }: Columns,
    end: number,
    knowsPeople: (item: number) => boolean,
    add: (row: readonly number[]) => void,
  ): void {
    let before = -1;
    let assignee = -1;
    let peopled = false;
    for (let row = 0; row < end; row++) {
      if (row === 0 || item[row] !== item[row - 1]) {
        before = -1;
        assignee = -1;
        peopled = knowsPeople(item[row] ?? -1);
      }
      if (!peopled) continue;
      const own = team[row] ?? -1;
      const current = own >= 0 ? own : before;
      const moved = current !== before;
      const day = this.#ground.dayOf(instant[row] ?? 0);
      const assigned = person[row] ?? -1;
      if (!moved || assigned !== assignee) this.#add(current, assigned, day, told.assigned, add);
      this.#add(before, actor[row] ?? -1, day, told.acted, add);
      if (current >= 0 && this.#isNew(this.#unnamed, current, 0, day)) add([current, unnamed, day, told.acted]);
      before = current;
      if (assigned >= 0) assignee = assigned;
    }
  }

  #add(team: number, who: number, day: number, way: 0 | 1, add: (row: readonly number[]) => void): void {
    if (team < 0 || who < 0) return;
    if (this.#isNew(this.#seen[way], team, who, day)) add([team, who, day, way]);
  }

  #isNew(seen: NumberSet[], team: number, who: number, day: number): boolean {
    seen[team] ??= new NumberSet(this.#ground.people * this.#days);
    return seen[team].add(who * this.#days + day - this.#firstDay);
  }
}
