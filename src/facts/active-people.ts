import type { EventColumns } from './event-reader.ts';
import { NumberSet } from './number-set.ts';

/**
 * Which people were active in which team in which month: only ever counted, to know whether a team may be shown.
 *
 * A batch of whole items after the other; each time, what was not seen before is handed on.
 */
export class ActivePeople {
  readonly #people: number;
  /** A team, a person and a month as one number. */
  readonly #seen = new NumberSet();
  #monthStart = 0;
  #monthEnd = 0;
  #month = -1;

  /** `people` is how many there are. */
  constructor(people: number) {
    this.#people = people;
  }

  take({ item, instant, team, person, actor }: EventColumns, end: number, add: (row: readonly number[]) => void): void {
    let current = -1;
    for (let row = 0; row < end; row++) {
      if (row === 0 || item[row] !== item[row - 1]) current = -1;
      const own = team[row] ?? -1;
      if (own >= 0) current = own;
      const acting = actor[row] ?? -1;
      const who = acting >= 0 ? acting : (person[row] ?? -1);
      if (current < 0 || who < 0) continue;
      const month = this.#monthOf(instant[row] ?? 0);
      if (this.#seen.add((current * this.#people + who) * months + month)) add([current, who, month]);
    }
  }

  /** Months since the year 0, in UTC: near enough to say who was there. */
  #monthOf(instant: number): number {
    if (instant >= this.#monthStart && instant < this.#monthEnd) return this.#month;
    const day = new Date(instant);
    this.#monthStart = Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
    this.#monthEnd = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1);
    this.#month = day.getUTCFullYear() * 12 + day.getUTCMonth();
    return this.#month;
  }
}

/** More than there are until the year 9999. */
const months = 2 ** 17;
