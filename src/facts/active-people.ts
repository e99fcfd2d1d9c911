import { dayMs } from '#model/calendar/civil.ts';
import { localDay } from '#model/calendar/local.ts';
import { type OffsetSpan, offsetSpans } from '#model/calendar/zone-offsets.ts';
import type { EventColumns } from './event-reader.ts';
import { NumberSet } from './number-set.ts';

/** The people there may be, and the time (ms, both ends included) in which they act. */
type Ground = { readonly people: number; readonly timeZone: string; readonly from: number; readonly until: number };

/**
 * Which people were active in which team on which local day: only ever counted, to know whether a team may be shown.
 *
 * Days, since windows begin and end with them. A batch of whole items after the other; each time, what was not seen before
 * is handed on.
 */
export class ActivePeople {
  readonly #ground: Ground;
  readonly #spans: readonly OffsetSpan[];
  /** A team, a person and a day as one number. */
  readonly #seen = new NumberSet();
  #span: OffsetSpan | undefined;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#spans = offsetSpans(ground.timeZone, ground.from, ground.until + 1);
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
      const day = this.#dayOf(instant[row] ?? 0);
      if (this.#seen.add((current * this.#ground.people + who) * days + day + days / 2)) add([current, who, day]);
    }
  }

  /** Rows that follow each other mostly lie between the same two changes of the clocks. */
  #dayOf(instant: number): number {
    const here = (span: OffsetSpan | undefined): boolean =>
      span !== undefined && instant >= span.from && instant < span.until;
    if (!here(this.#span)) this.#span = this.#spans.find(here);
    if (!this.#span) return localDay(instant, this.#ground.timeZone);
    return Math.floor((instant + this.#span.offset) / dayMs);
  }
}

/** More than there are between the years −3700 and 7600. */
const days = 2 ** 22;
