import { localDay, startOfLocalDay, wallToUtc } from '#model/calendar/local.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { isZone } from '#model/time-zone.ts';

/** How a time on the wall stood to the clocks: shown once, skipped by them, or shown twice. */
export type Clock = 'exact' | 'gap' | 'overlap';

const daySeconds = 86_400;

/** Local times of one zone made UTC, at the speed of a file: a day without a change of the clocks is asked for once. */
export class Zone {
  /** How the last time that was asked for stood to the clocks. */
  clock: Clock = 'exact';

  readonly #name: string;
  readonly #offsets = new Map<number, number | null>();
  #day = Number.NaN;
  #offset: number | null = null;

  constructor(name: string) {
    if (!isZone(name)) {
      throw new Fault('zone-unknown', { zone: name, closest: closest(name, Intl.supportedValuesOf('timeZone')) });
    }
    this.#name = name;
  }

  /** Seconds since 1970 in UTC when the zone's clocks show a time, given as the seconds UTC would have for it. */
  toUtc(wall: number): number {
    const day = Math.floor(wall / daySeconds);
    if (day !== this.#day) this.#turnTo(day);
    if (this.#offset !== null) {
      this.clock = 'exact';
      return wall - this.#offset;
    }
    const { ms, kind } = wallToUtc(wall * 1000, this.#name);
    this.clock = kind;
    return Math.floor(ms / 1000);
  }

  /** The local day (a day number) of an instant, in seconds since 1970. */
  dayOf(seconds: number): number {
    return localDay(seconds * 1000, this.#name);
  }

  /** The first second of a local day, also where the clocks skip its midnight. */
  startOf(day: number): number {
    return Math.floor(startOfLocalDay(day, this.#name) / 1000);
  }

  #turnTo(day: number): void {
    this.#day = day;
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      offset = this.#offsetAllDay(day);
      this.#offsets.set(day, offset);
    }
    this.#offset = offset;
  }

  #offsetAllDay(day: number): number | null {
    const start = day * daySeconds * 1000;
    const end = start + daySeconds * 1000 - 1000;
    const first = wallToUtc(start, this.#name);
    const last = wallToUtc(end, this.#name);
    const steady = first.kind === 'exact' && last.kind === 'exact' && start - first.ms === end - last.ms;
    return steady && (start - first.ms) % 1000 === 0 ? (start - first.ms) / 1000 : null;
  }
}
