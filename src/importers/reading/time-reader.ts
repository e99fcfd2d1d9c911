import { dayNumber } from '#model/calendar/civil.ts';
import { BLANK, COLON, COMMA, DOT, digit, MINUS, PLUS, TAB } from './bytes.ts';
import { Slot, type TimeFormat } from './time-format.ts';
import { compile, Op, type Program, type Stencil } from './time-program.ts';
import { sameBytes } from './words.ts';
import type { Clock, Zone } from './zone.ts';

export type TimeOutcome = 'read' | 'unreadable' | 'out-of-range';

/**
 * Which moment a day without a time means: work that is promised for a day may be done until its end. `whole` is for
 * columns whose times all stand for their days, as where a tool writes midnight behind each.
 */
export type DayMeans = 'its-first-moment' | 'its-last-moment' | 'whole';

/**
 * Reads times from bytes, by the first of several formats that takes the whole value.
 *
 * A time without an offset is one on the clocks of the zone. Digits finer than a microsecond are cut off. 24:00 is the
 * first moment of the next day; second 60 is the first moment of the next minute, since UTC as computers count it has
 * no leap seconds. Years are 0001 to 9999.
 */
export class TimeReader {
  /** The last time read: seconds since 1970 in UTC, and the microseconds after them. */
  seconds = 0;
  micros = 0;
  /** Whether the clocks of the zone showed the last time once; always `exact` for a time with an offset. */
  clock: Clock = 'exact';

  readonly #formats: readonly (Program | Exclude<TimeFormat['kind'], 'pattern'>)[];
  readonly #zone: Zone;
  readonly #days: DayMeans;
  readonly #parts = new Int32Array(6);
  #micros = 0;
  #offset = Number.NaN;
  /** The last value, which the next row often repeats. */
  readonly #last = new Uint8Array(40);
  #lastLength = -1;
  #outcome: TimeOutcome = 'unreadable';
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  constructor(formats: readonly TimeFormat[], zone: Zone, days: DayMeans = 'its-first-moment') {
    this.#formats = formats.map((format) => (format.kind === 'pattern' ? compile(format.steps) : format.kind));
    this.#zone = zone;
    this.#days = days;
  }

  read(bytes: Uint8Array, from: number, until: number): TimeOutcome {
    if (sameBytes(this.#last, 0, this.#lastLength, bytes, from, until)) return this.#outcome;
    this.#outcome = this.#readNew(bytes, from, until);
    if (this.#days === 'whole' && this.#outcome === 'read') this.#endDay(this.#zone.dayOf(this.seconds));
    this.#lastLength = until - from <= this.#last.length ? until - from : -1;
    for (let i = 0; i < this.#lastLength; i++) this.#last[i] = bytes[from + i] ?? 0;
    return this.#outcome;
  }

  #readNew(bytes: Uint8Array, from: number, until: number): TimeOutcome {
    let outcome: TimeOutcome = 'unreadable';
    this.#bytes = bytes;
    this.#end = until;
    for (const format of this.#formats) {
      this.#at = from;
      this.#micros = 0;
      this.#offset = Number.NaN;
      const tried = this.#try(format);
      if (tried === 'read') return tried;
      if (tried === 'out-of-range') outcome = tried;
    }
    return outcome;
  }

  #try(format: Program | Exclude<TimeFormat['kind'], 'pattern'>): TimeOutcome {
    switch (format) {
      case 'iso':
        return this.#iso() && this.#at === this.#end ? this.#settle() : 'unreadable';
      case 'epoch-s':
        return this.#epoch(0);
      case 'epoch-ms':
        return this.#epoch(3);
      case 'epoch-us':
        return this.#epoch(6);
      case 'excel':
        return this.#serial();
      default:
        return this.#pattern(format) ? this.#settle() : 'unreadable';
    }
  }

  #pattern({ steps, stencil }: Program): boolean {
    const beyond = stencil ? this.#end - this.#at - stencil.places.length : 0;
    if (beyond < 0) return false;
    if (stencil && beyond === 0 && this.#press(stencil)) return true;
    return this.#run(steps) && this.#at === this.#end;
  }

  /** What a stencil takes is taken by its steps too, in three times the time. */
  #press({ places, tellsHour }: Stencil): boolean {
    const bytes = this.#bytes;
    const parts = this.#parts;
    const from = this.#at;
    for (let slot = 0; slot < 6; slot++) parts[slot] = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const byte = bytes[from + i] ?? 0;
      if (place < 0) {
        if (byte !== -place) return false;
        continue;
      }
      const value = digit(byte);
      if (value > 9) return false;
      parts[place] = (parts[place] ?? 0) * 10 + value;
    }
    if (!tellsHour) parts[Slot.hour] = untold;
    return true;
  }

  #run(program: Program['steps']): boolean {
    const parts = this.#parts;
    for (let slot = 0; slot < 6; slot++) parts[slot] = 0;
    parts[Slot.hour] = untold;
    let afternoon = -1;
    for (let k = 0; k < program.length; k += 3) {
      const first = program[k + 1] ?? 0;
      const second = program[k + 2] ?? 0;
      const operation = program[k] ?? 0;
      let value = 0;
      switch (operation) {
        case Op.literal:
          if (this.#at === this.#end || this.#bytes[this.#at] !== first) return false;
          this.#at++;
          break;
        case Op.digits:
          value = this.#digits(first >> 4, first & 15);
          if (value < 0) return false;
          parts[second] = value;
          break;
        case Op.blank:
          if (!this.#blanks()) return false;
          break;
        case Op.shortYear:
          value = this.#digits(2, 2);
          if (value < 0) return false;
          parts[Slot.year] = value < 69 ? 2000 + value : 1900 + value;
          break;
        case Op.halfDayHour:
          value = this.#digits(first, 2);
          if (value < 0) return false;
          parts[Slot.hour] = value >= 1 && value <= 12 ? value % 12 : 99;
          break;
        case Op.fraction:
          if (!this.#fraction(first, first)) return false;
          break;
        case Op.month:
          parts[Slot.month] = this.#monthName(first === 1, second === 1);
          if (parts[Slot.month] === 0) return false;
          break;
        case Op.halfDay:
          afternoon = this.#halfDay();
          if (afternoon < 0) return false;
          break;
        default:
          if (!this.#readOffset()) return false;
      }
    }
    if (afternoon === 1) parts[Slot.hour] = (parts[Slot.hour] ?? 0) + 12;
    return true;
  }

  /** YYYY-MM-DD, alone or with a time behind T or a blank, down to minutes or finer, and an offset if there is one. */
  #iso(): boolean {
    const parts = this.#parts;
    for (let slot = 0; slot < 6; slot++) parts[slot] = 0;
    parts[Slot.hour] = untold;
    if (!this.#part(Slot.year, 4) || !this.#take(MINUS) || !this.#part(Slot.month, 2)) return false;
    if (!this.#take(MINUS) || !this.#part(Slot.day, 2)) return false;
    if (this.#at === this.#end) return true;
    if (!this.#take(0x54) && !this.#take(0x74) && !this.#blanks()) return false;
    if (!this.#part(Slot.hour, 2) || !this.#take(COLON) || !this.#part(Slot.minute, 2)) return false;
    if (this.#take(COLON)) {
      if (!this.#part(Slot.second, 2)) return false;
      if ((this.#take(DOT) || this.#take(COMMA)) && !this.#fraction(1, 18)) return false;
    }
    if (this.#at === this.#end) return true;
    this.#blanks();
    return this.#readOffset();
  }

  /** A count since 1970, whose last `scale` whole digits stand behind the seconds. */
  #epoch(scale: number): TimeOutcome {
    const bytes = this.#bytes;
    const negative = this.#take(MINUS);
    const from = this.#at;
    let wholeEnd = from;
    while (wholeEnd < this.#end && digit(bytes[wholeEnd]) <= 9) wholeEnd++;
    if (wholeEnd === from || wholeEnd - from > 18) return 'unreadable';
    const secondsEnd = Math.max(from, wholeEnd - scale);
    let seconds = 0;
    for (let i = from; i < secondsEnd; i++) seconds = seconds * 10 + digit(bytes[i]);
    let micros = 0;
    let unit = 10 ** (5 - Math.max(0, scale - (wholeEnd - from)));
    for (let i = secondsEnd; i < this.#end; i++) {
      if (i === wholeEnd && bytes[i] === DOT && i + 1 < this.#end) continue;
      const value = digit(bytes[i]);
      if (value > 9) return 'unreadable';
      micros += value * Math.floor(unit);
      unit /= 10;
    }
    this.clock = 'exact';
    this.seconds = negative ? -seconds - (micros > 0 ? 1 : 0) : seconds;
    this.micros = negative && micros > 0 ? 1_000_000 - micros : micros;
    return this.seconds >= firstSecond && this.seconds <= lastSecond ? 'read' : 'out-of-range';
  }

  /** A day of a spreadsheet, whose fraction is the time on the clocks of the zone, to the second as people see it. */
  #serial(): TimeOutcome {
    const serial = this.#digits(1, 7);
    const isWhole = this.#at === this.#end;
    if (serial < 0 || !(isWhole || this.#take(DOT) || this.#take(COMMA))) return 'unreadable';
    const from = this.#at;
    const fraction = isWhole ? 0 : this.#digits(1, 15);
    if (fraction < 0 || this.#at !== this.#end) return 'unreadable';
    if (serial < firstSerial || serial > lastSerial) return 'out-of-range';
    const day = serial - serialOf1970;
    this.seconds = this.#zone.toUtc(day * 86_400 + Math.round((fraction / 10 ** (this.#at - from)) * 86_400));
    this.micros = 0;
    this.clock = this.#zone.clock;
    if (isWhole && this.#days === 'its-last-moment') this.#endDay(day);
    return 'read';
  }

  #settle(): TimeOutcome {
    const parts = this.#parts;
    const year = parts[Slot.year] ?? 0;
    const month = parts[Slot.month] ?? 0;
    const day = parts[Slot.day] ?? 0;
    const told = parts[Slot.hour] ?? untold;
    const hour = told === untold ? 0 : told;
    const minute = parts[Slot.minute] ?? 0;
    const second = parts[Slot.second] ?? 0;
    const endOfDay = hour === 24 && minute === 0 && second === 0 && this.#micros === 0;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
      return 'out-of-range';
    if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return 'out-of-range';
    const wall = dayNumber(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    this.micros = second === 60 ? 0 : this.#micros;
    if (Number.isNaN(this.#offset)) {
      this.seconds = this.#zone.toUtc(wall);
      this.clock = this.#zone.clock;
    } else {
      this.seconds = wall - this.#offset;
      this.clock = 'exact';
    }
    if (Math.abs(this.#offset) > maxOffset) return 'out-of-range';
    if (told === untold && this.#days === 'its-last-moment') this.#endDay(dayNumber(year, month, day));
    return 'read';
  }

  /** Goes to the last microsecond of a day, on the clocks of the zone or of the offset that stands beside it. */
  #endDay(day: number): void {
    const ahead = this.#days === 'whole' ? Number.NaN : this.#offset;
    this.seconds = (Number.isNaN(ahead) ? this.#zone.startOf(day + 1) : (day + 1) * 86_400 - ahead) - 1;
    this.micros = 999_999;
    this.clock = 'exact';
  }

  #part(slot: number, width: number): boolean {
    const value = this.#digits(width, width);
    this.#parts[slot] = value;
    return value >= 0;
  }

  #take(byte: number): boolean {
    if (this.#at === this.#end || this.#bytes[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }

  /** A number of `least` to `most` digits, or -1. */
  #digits(least: number, most: number): number {
    const bytes = this.#bytes;
    const from = this.#at;
    const end = Math.min(this.#end, from + most);
    let value = 0;
    let i = from;
    for (; i < end; i++) {
      const next = digit(bytes[i]);
      if (next > 9) break;
      value = value * 10 + next;
    }
    this.#at = i;
    return i - from >= least ? value : -1;
  }

  #fraction(least: number, most: number): boolean {
    const from = this.#at;
    let unit = 100_000;
    let micros = 0;
    while (this.#at < this.#end && this.#at - from < most) {
      const next = digit(this.#bytes[this.#at]);
      if (next > 9) break;
      micros += next * Math.floor(unit);
      unit /= 10;
      this.#at++;
    }
    this.#micros = micros;
    return this.#at - from >= least;
  }

  /** Blanks of any width: some programs set a narrow one before am and pm. */
  #blanks(): boolean {
    const bytes = this.#bytes;
    const from = this.#at;
    for (;;) {
      const byte = this.#at < this.#end ? bytes[this.#at] : 0;
      if (byte === BLANK || byte === TAB) this.#at++;
      else if (byte === 0xc2 && bytes[this.#at + 1] === 0xa0) this.#at += 2;
      else if (byte === 0xe2 && bytes[this.#at + 1] === 0x80 && bytes[this.#at + 2] === 0xaf) this.#at += 3;
      else return this.#at > from;
    }
  }

  /** The number of a month by its name, or 0; a short one may have a dot behind it that is no part of the pattern. */
  #monthName(long: boolean, dot: boolean): number {
    for (const { bytes, month } of long ? monthNames.long : monthNames.short) {
      if (!this.#word(bytes)) continue;
      if (dot && !long) this.#take(DOT);
      return month;
    }
    return 0;
  }

  /** Takes a lower-case word in any case: of ASCII letters and of umlauts in UTF-8 the same bit tells it. */
  #word(word: Uint8Array): boolean {
    if (this.#end - this.#at < word.length) return false;
    for (let i = 0; i < word.length; i++) {
      if (((this.#bytes[this.#at + i] ?? 0) | 0x20) !== ((word[i] ?? 0) | 0x20)) return false;
    }
    this.#at += word.length;
    return true;
  }

  /** 0 for am, 1 for pm, with or without dots; -1 for neither. */
  #halfDay(): number {
    const half = this.#word(words.a) ? 0 : this.#word(words.p) ? 1 : -1;
    const dotted = this.#take(DOT);
    if (half < 0 || !this.#word(words.m)) return -1;
    return dotted && !this.#take(DOT) ? -1 : half;
  }

  /** Z, UTC, GMT, or hours ahead of UTC with or without minutes and a colon. */
  #readOffset(): boolean {
    this.#offset = 0;
    if (this.#word(words.z) || this.#word(words.utc) || this.#word(words.gmt)) return true;
    const negative = this.#take(MINUS);
    if (!negative && !this.#take(PLUS)) return false;
    const hours = this.#digits(2, 2);
    if (hours < 0) return false;
    const colon = this.#take(COLON);
    const minutes = this.#at < this.#end || colon ? this.#digits(2, 2) : 0;
    if (minutes < 0) return false;
    const ahead = minutes > 59 ? maxOffset + 1 : hours * 3600 + minutes * 60;
    this.#offset = negative ? -ahead : ahead;
    return true;
  }
}

/** Stands for the hour where a time has none: only a day is told. */
const untold = -1;

/** Days of spreadsheets: 1970-01-01, the first behind a day that never was (1900-02-29), and 9999-12-31. */
const serialOf1970 = 25_569;
const firstSerial = 61;
const lastSerial = 2_958_465;

const firstSecond = -62_135_596_800;
const lastSecond = 253_402_300_799;
const maxOffset = 18 * 3600;

const words = {
  a: Buffer.from('a'),
  p: Buffer.from('p'),
  m: Buffer.from('m'),
  z: Buffer.from('z'),
  utc: Buffer.from('utc'),
  gmt: Buffer.from('gmt'),
};

/** English and German names of months, one month a word, and strokes between those of one month; no name is of two months. */
const monthsIn = (names: string) =>
  names
    .split(' ')
    .flatMap((some, index) => some.split('|').map((name) => ({ bytes: Buffer.from(name), month: index + 1 })))
    // The longer one first, of which the shorter one may be the beginning.
    .sort((a, b) => b.bytes.length - a.bytes.length);

const monthNames = {
  long: monthsIn(
    [
      'january|januar|jänner|janvier|januari february|februar|février|fevrier|februari march|märz|maerz|mars|maart april|avril',
      'may|mai|mei june|juni|juin july|juli|juillet august|août|aout|augustus september|septembre october|oktober|octobre',
      'november|novembre december|dezember|décembre|decembre',
    ].join(' '),
  ),
  short: monthsIn(
    [
      'jan|jän|janv feb|févr|fév|fevr|fev mar|mär|mrz|märz|mars|mrt apr|avr|avril may|mai|mei jun|juni|juin jul|juli|juil',
      'aug|août|aout sep|sept oct|okt nov dec|dez|déc',
    ].join(' '),
  ),
};

const monthDays = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (monthDays[month] ?? 0);
