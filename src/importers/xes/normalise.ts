import { declaredColumns } from '#mapping/declared-columns.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';
import { columnsMissing, missingColumns } from '../columns.ts';
import type { Cleaned, CleanRequest } from '../define.ts';
import type { Reject } from '../load.ts';
import { COMMA, QUOTE } from '../reading/bytes.ts';
import { CleanFile } from '../reading/clean-file.ts';
import { warnOfMapping } from '../reading/mapping-warnings.ts';
import { People } from '../reading/people.ts';
import { keptColumns, planOf } from '../reading/plan.ts';
import { roleOf } from '../reading/roles.ts';
import { Rows } from '../reading/rows.ts';
import { timeFormat } from '../reading/time-format.ts';
import { TimeReader } from '../reading/time-reader.ts';
import { type Warning, Warnings } from '../reading/warnings.ts';
import { Zone } from '../reading/zone.ts';
import { Columns } from './columns.ts';
import { EventCut } from './event-cut.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { LogEvent } from './log-reader.ts';
import { readLog } from './read-log.ts';
import { activityKey, undefaulted } from './standard-keys.ts';

export type NormaliseRequest = CleanRequest & { readonly limits?: Partial<Limits> | undefined };

export type Normalised = Cleaned & { readonly warnings: readonly Warning[] };

/**
 * Reads an XES file twice: first for its columns, which no line of it names, and then for its events.
 *
 * All columns have to be known before the first row is written, because what makes two rows the same row is the content of
 * all of them, be they empty; and a file that is no XML to its end is refused before anything of it is written.
 */
export const normalise = async (request: NormaliseRequest): Promise<Normalised> => {
  const { path, mapping, folder } = request;
  const limits = { ...usualLimits, ...request.limits };
  const seen = await scan(request, limits);
  const names = seen.events === 0 ? declaredColumns(mapping).map(({ column }) => column) : seen.names;
  const missing = missingColumns(mapping, names);
  if (missing.length > 0) throw columnsMissing(path, missing, names);
  const columns = keptColumns(names, mapping);
  const clean = await CleanFile.create(folder, {
    partBytes: limits.part,
    onPart: (part) => request.onPart({ path: part, columns }),
  });
  try {
    const events = new Events(request, limits, names, clean);
    const stored = await readLog({
      path,
      columns: new Columns(path, limits.columns, names),
      undefaulted: undefaulted(mapping),
      limits,
      taker: events,
      onPiece: async (bytes) => {
        await clean.flush();
        request.onProgress?.({ bytes: (seen.bytes + bytes) / 2, rows: events.total });
      },
    });
    if (stored.sha256 !== seen.sha256) {
      throw new Fault('file-unreadable', { path, why: 'it was written to while it was read; import it again' });
    }
    await clean.close();
    return { sha256: stored.sha256, bytes: stored.bytes, columns, ...events.result(columns) };
  } catch (error) {
    await clean.discard();
    throw error;
  }
};

type Seen = {
  readonly names: readonly string[];
  readonly events: number;
  readonly bytes: number;
  readonly sha256: string;
};

const scan = async ({ path, mapping, onProgress }: NormaliseRequest, limits: Limits): Promise<Seen> => {
  const columns = new Columns(path, limits.columns);
  let events = 0;
  const { bytes, sha256 } = await readLog({
    path,
    columns,
    undefaulted: undefaulted(mapping),
    limits,
    taker: { event: () => events++ },
    onPiece: (read) => onProgress?.({ bytes: read / 2, rows: 0 }),
  });
  return { names: columns.names, events, bytes, sha256 };
};

/** Takes the events of a log, each of which is a row: written or rejected, never both and never neither. */
class Events {
  total = 0;
  #accepted = 0;
  readonly #names: readonly string[];
  readonly #mapping: Mapping;
  readonly #limits: Limits;
  readonly #onReject: CleanRequest['onReject'];
  readonly #cut: EventCut;
  readonly #rows: Rows;
  readonly #warnings = new Warnings();
  /** The column of what an event is called, or -1 in a log that calls none. */
  readonly #activity: number;

  constructor(request: NormaliseRequest, limits: Limits, names: readonly string[], clean: CleanFile) {
    const { mapping, pseudonym, onReject } = request;
    const formats = mapping.time.formats.map(timeFormat);
    const zone = new Zone(mapping.time.zone);
    this.#names = names;
    this.#mapping = mapping;
    this.#limits = limits;
    this.#onReject = onReject;
    this.#cut = new EventCut(names.length);
    this.#activity = names.indexOf(activityKey);
    this.#rows = new Rows({
      plan: planOf(mapping, names),
      names,
      mapping,
      dialect: { delimiter: COMMA, quote: QUOTE },
      times: (days) => new TimeReader(formats, zone, days),
      people: new People(pseudonym, roleOf(mapping.roles)),
      warnings: this.#warnings,
      clean,
    });
  }

  event({ values, line, twice }: LogEvent): void {
    const row = ++this.total;
    this.#cut.fill(values, line);
    const reject = this.#misshapen(row, twice) ?? this.#rows.take(this.#cut, row);
    if (reject) this.#onReject?.(reject);
    else this.#accepted++;
  }

  passedOver(what: string, line: number): void {
    this.#warnings.add('passed-over', () => `line ${line}: ${what}`);
  }

  emptyTrace(line: number): void {
    this.#warnings.add('trace-empty', () => `line ${line}`);
  }

  result(columns: readonly string[]): Omit<Normalised, 'sha256' | 'bytes' | 'columns'> {
    warnOfMapping(this.#mapping, columns, this.#rows, this.#warnings);
    return {
      total: this.total,
      accepted: this.#accepted,
      rejected: this.total - this.#accepted,
      blank: 0,
      from: this.#accepted > 0 ? this.#rows.from : null,
      until: this.#accepted > 0 ? this.#rows.until : null,
      warnings: this.#warnings.list(),
    };
  }

  #misshapen(row: number, twice: number): Reject | undefined {
    const { line } = this.#cut;
    const { field, record } = this.#limits;
    if (twice >= 0) {
      const column = this.#names[twice];
      return { row, line, column, found: 'two values', expected: 'one value of a key', code: 'key-twice' };
    }
    if (this.#cut.until > record) {
      const expected = `an event of at most ${record} bytes`;
      return { row, line, found: 'a longer event', expected, code: 'record-too-long' };
    }
    const long = this.#cut.longerThan(field);
    if (long >= 0) {
      const expected = `a value of at most ${field} bytes`;
      return { row, line, column: this.#names[long], found: 'a longer value', expected, code: 'field-too-long' };
    }
    if (this.#activity < 0 || this.#cut.has(this.#activity)) return undefined;
    const expected = 'the name of what happened, as other events of the log have it';
    return { row, line, column: activityKey, found: '', expected, code: 'name-missing' };
  }
}
