import type { Mapping } from '#mapping/mapping.ts';
import type { Reject } from '../load.ts';
import { BLANK, COMMA, LF, NUL, PLUS, writeMicroseconds, writeNumber } from './bytes.ts';
import type { CleanFile } from './clean-file.ts';
import type { Cut, Dialect } from './cut.ts';
import { excerpt, trimEnd, trimStart, unquote, writeField, writePlain } from './field.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';
import type { DayMeans, TimeReader } from './time-reader.ts';
import { unreadShown } from './unread.ts';
import { firstInvalid } from './utf8.ts';
import type { Warnings } from './warnings.ts';
import { Words } from './words.ts';

/** Bytes in front of a row's own fields: five numbers of at most twenty digits, and commas. */
const leadingRoom = 128;

const nobody = -1;

/** The place of the time at which an item came up; the other further times say until when something is to be done. */
const createdTime = 0;

/**
 * Judges records one by one and writes those that are taken.
 *
 * A field is taken as it is but for outer blanks: nobody sees them, and `Done ` would be a second state beside `Done`.
 * A record is judged whole before any of it is written. Names of people leave this class only as pseudonyms.
 */
export class Rows {
  /** Instants of the first and the last row, in milliseconds. */
  from = Number.POSITIVE_INFINITY;
  until = Number.NEGATIVE_INFINITY;
  /** Fields of persons that were met in a log of changes. */
  sawPeopleField = false;

  readonly #plan: Plan;
  readonly #names: readonly string[];
  readonly #formats: string;
  readonly #missing: Words;
  readonly #at: TimeReader;
  readonly #ended: TimeReader;
  readonly #started: TimeReader;
  readonly #times: readonly TimeReader[];
  readonly #people: People;
  readonly #warnings: Warnings;
  readonly #clean: CleanFile;
  readonly #quote: number;
  /** Whether an unquoted field may hold what the clean file has to quote. */
  readonly #foreign: boolean;
  /** The person in each column of the record at hand. */
  readonly #persons: Int32Array;
  /** The columns that may hold one. */
  readonly #personColumns: readonly number[];
  #room = 0;

  constructor(parts: {
    readonly plan: Plan;
    readonly names: readonly string[];
    readonly mapping: Mapping;
    readonly dialect: Dialect;
    readonly times: (days: DayMeans) => TimeReader;
    readonly people: People;
    readonly warnings: Warnings;
    readonly clean: CleanFile;
  }) {
    this.#plan = parts.plan;
    this.#names = parts.names;
    this.#formats = parts.mapping.time.formats.join(' or ');
    this.#missing = new Words(parts.mapping.file.missing);
    this.#at = parts.times('its-first-moment');
    this.#ended = parts.times('its-first-moment');
    this.#started = parts.times('its-first-moment');
    const { wholeDays } = parts.mapping.time;
    this.#times = parts.plan.times.map((column, kind) => {
      if (kind === createdTime) return parts.times('its-first-moment');
      return parts.times(wholeDays.includes(parts.names[column] ?? '') ? 'whole' : 'its-last-moment');
    });
    this.#people = parts.people;
    this.#warnings = parts.warnings;
    this.#clean = parts.clean;
    this.#quote = parts.dialect.quote;
    this.#foreign = parts.dialect.delimiter !== COMMA || parts.dialect.quote !== 0x22;
    this.#persons = new Int32Array(parts.names.length).fill(nobody);
    this.#personColumns = parts.names.flatMap((_, column) =>
      parts.plan.people[column] === 1 || parts.plan.changes?.columns[column] === 1 ? [column] : [],
    );
  }

  /** Writes a whole record under its number, or says why it is not taken. */
  take(records: Cut, row: number): Reject | undefined {
    const fault = this.#misshapen(records, row);
    if (fault) return fault;
    this.#tidy(records);
    const unread = this.#read(records, row);
    if (unread) return unread;
    this.#findPeople(records);
    this.#write(records, row);
    const { seconds, micros } = this.#instant(records);
    const ms = seconds * 1000 + Math.floor(micros / 1000);
    if (ms < this.from) this.from = ms;
    if (ms > this.until) this.until = ms;
    return undefined;
  }

  #misshapen(records: Cut, row: number): Reject | undefined {
    const { bytes, from, until, line } = records;
    if (records.nul) {
      const column = this.#columnAt(records, bytes.indexOf(NUL, from));
      return { row, line, column, found: 'a NUL byte', expected: 'text', code: 'nul' };
    }
    const invalid = records.mixed < 0x80 ? -1 : firstInvalid(bytes, from, until);
    if (invalid >= 0) {
      const found = `the byte 0x${(bytes[invalid] ?? 0).toString(16).toUpperCase()}`;
      const column = this.#columnAt(records, invalid);
      return { row, line, column, found, expected: 'text in the declared encoding', code: 'encoding' };
    }
    if (records.count === this.#plan.width) return undefined;
    const found = records.count === 1 ? '1 field' : `${records.count} fields`;
    return { row, line, found, expected: `${this.#plan.width} fields`, code: 'ragged' };
  }

  #columnAt({ ends, count }: Cut, position: number): string | undefined {
    const last = Math.min(count, this.#plan.width);
    for (let column = 0; column < last; column++) if (position <= (ends[column] ?? 0)) return this.#names[column];
    return undefined;
  }

  /** Takes doubled quotes, outer blanks and words for a missing value out of the fields, where they stand. */
  #tidy({ bytes, starts, ends, kinds, mixed }: Cut): void {
    const { width } = this.#plan;
    const wide = mixed >= 0x80;
    for (let column = 0; column < width; column++) {
      let start = starts[column] ?? 0;
      let end = ends[column] ?? 0;
      if (start === end) continue;
      if (kinds[column] === 2) end = unquote(bytes, start, end, this.#quote);
      if (wide || (bytes[start] ?? 0) <= BLANK || (bytes[end - 1] ?? 0) <= BLANK) {
        start = trimStart(bytes, start, end);
        end = trimEnd(bytes, start, end);
      }
      if (this.#missing.has(bytes, start, end)) end = start;
      starts[column] = start;
      ends[column] = end;
    }
  }

  #read(records: Cut, row: number): Reject | undefined {
    const { item, at, ended, started, times } = this.#plan;
    if (this.#isEmpty(records, item)) {
      return this.#reject(records, row, item, 'item-missing', 'the name or number of an item');
    }
    if (isDamaged(records.bytes, records.starts[item] ?? 0, records.ends[item] ?? 0)) {
      return this.#reject(
        records,
        row,
        item,
        'item-damaged',
        'all digits of a number that a spreadsheet has shortened',
      );
    }
    if (this.#isEmpty(records, at)) return this.#reject(records, row, at, 'time-missing', `a time as ${this.#formats}`);
    const unread = this.#readTime(records, row, at, this.#at);
    if (unread) return unread;
    if (ended >= 0 && !this.#isEmpty(records, ended)) {
      const fault = this.#readTime(records, row, ended, this.#ended);
      if (fault) return fault;
    }
    if (started >= 0 && !this.#isEmpty(records, started)) {
      const fault = this.#readTime(records, row, started, this.#started);
      if (fault) return fault;
    }
    for (let kind = 0; kind < 3; kind++) {
      const column = times[kind] ?? -1;
      const reader = this.#times[kind];
      if (column < 0 || !reader || this.#isEmpty(records, column)) continue;
      const fault = this.#readTime(records, row, column, reader);
      if (fault) return fault;
    }
    return undefined;
  }

  /** What was read of the moment that the record is of. */
  #instant(records: Cut): TimeReader {
    const { ended } = this.#plan;
    return ended >= 0 && !this.#isEmpty(records, ended) ? this.#ended : this.#at;
  }

  #readTime(records: Cut, row: number, column: number, reader: TimeReader): Reject | undefined {
    const outcome = reader.read(records.bytes, records.starts[column] ?? 0, records.ends[column] ?? 0);
    switch (outcome) {
      case 'read':
        if (reader.clock !== 'exact') {
          const shown = () => `row ${row}, ${this.#names[column]}: ${this.#found(records, column)}`;
          this.#warnings.add(reader.clock === 'gap' ? 'time-gap' : 'time-overlap', shown);
        }
        return undefined;
      case 'unreadable':
        return this.#reject(records, row, column, 'time-unreadable', `a time as ${this.#formats}`, unreadShown);
      case 'out-of-range':
        return this.#reject(
          records,
          row,
          column,
          'time-out-of-range',
          `a day and time that exist, as ${this.#formats}`,
        );
    }
  }

  #findPeople(records: Cut): void {
    const { people, changes, width } = this.#plan;
    const changed = changes && this.#has(records, changes.field, changes.people) ? changes.columns : undefined;
    if (changed) this.sawPeopleField = true;
    this.#people.makeRoom(width);
    this.#room = 0;
    for (const column of this.#personColumns) {
      this.#persons[column] = nobody;
      if ((people[column] !== 1 && changed?.[column] !== 1) || this.#isEmpty(records, column)) continue;
      const found = this.#people.find(records.bytes, records.starts[column] ?? 0, records.ends[column] ?? 0);
      this.#persons[column] = found;
      this.#room += this.#people.room(found);
    }
  }

  #write(records: Cut, row: number): void {
    const { width, times, person, changes } = this.#plan;
    const clean = this.#clean;
    clean.room(leadingRoom + (records.until - records.from) * 2 + width * 3 + this.#room * 2);
    const out = clean.bytes;
    let end = writeNumber(out, clean.end, row);
    out[end++] = COMMA;
    const { seconds, micros } = this.#instant(records);
    end = writeMicroseconds(out, end, seconds, micros);
    for (let kind = 0; kind < 3; kind++) {
      out[end++] = COMMA;
      const column = times[kind] ?? -1;
      const reader = this.#times[kind];
      if (column >= 0 && reader && !this.#isEmpty(records, column)) {
        end = writeMicroseconds(out, end, reader.seconds, reader.micros);
      }
    }
    out[end++] = COMMA;
    const who = person < 0 ? nobody : (this.#persons[person] ?? nobody);
    const has = !changes || person !== changes.to || this.#has(records, changes.field, changes.persons);
    if (who !== nobody && has) end = this.#people.writeRole(out, end, who);
    clean.end = this.#writeFields(records, out, end);
  }

  #writeFields({ bytes, starts, ends, kinds }: Cut, out: Uint8Array, at: number): number {
    const { kept, keptTimes } = this.#plan;
    const persons = this.#persons;
    let end = at;
    for (let place = 0; place < kept.length; place++) {
      const column = kept[place] ?? 0;
      out[end++] = COMMA;
      const from = starts[column] ?? 0;
      const until = ends[column] ?? 0;
      const person = persons[column] ?? nobody;
      if (person !== nobody) end = this.#people.writePseudonym(out, end, person);
      else if (keptTimes[column] === 1) end = this.#writeTime(out, end, column, from === until);
      else if (kinds[column] === 0 && !this.#foreign) end = writePlain(out, end, bytes, from, until);
      else end = writeField(out, end, bytes, from, until);
    }
    out[end++] = LF;
    return end;
  }

  #writeTime(out: Uint8Array, at: number, column: number, isEmpty: boolean): number {
    const { ended, started } = this.#plan;
    const { seconds, micros } = column === ended ? this.#ended : column === started ? this.#started : this.#at;
    return isEmpty ? at : writeMicroseconds(out, at, seconds, micros);
  }

  #isEmpty({ starts, ends }: Cut, column: number): boolean {
    return starts[column] === ends[column];
  }

  #has({ bytes, starts, ends }: Cut, column: number, words: Words): boolean {
    return words.has(bytes, starts[column] ?? 0, ends[column] ?? 0);
  }

  #reject(
    records: Cut,
    row: number,
    column: number,
    code: string,
    expected: string,
    shown = (text: string): string => text,
  ): Reject {
    const found = this.#found(records, column, shown);
    return { row, line: records.line, column: this.#names[column], found, expected, code };
  }

  /** What stands in a field, but never a person: not in a column of people, and not one met elsewhere who slipped here. */
  #found({ bytes, starts, ends }: Cut, column: number, shown = (text: string): string => text): string {
    const from = starts[column] ?? 0;
    const until = ends[column] ?? 0;
    const hidden = this.#plan.people[column] === 1 || (from < until && this.#people.knows(bytes, from, until));
    return hidden ? '(hidden: a person)' : shown(excerpt(bytes, from, until));
  }
}

/** Whether a spreadsheet made 1.2E+15 of a long number, whose last digits are lost. */
const isDamaged = (bytes: Uint8Array, from: number, until: number): boolean => {
  const suspicious = bytes[until - 3] === PLUS || bytes[until - 4] === PLUS;
  return suspicious && /^\d[.,]?\d*E\+\d{2,3}$/u.test(excerpt(bytes, from, until));
};
