import { Fault } from '#model/fault.ts';
import type { Cleaned, CleanRequest } from '../define.ts';
import type { Reject } from '../load.ts';
import { CleanFile } from '../reading/clean-file.ts';
import type { Dialect } from '../reading/cut.ts';
import { warnOfMapping } from '../reading/mapping-warnings.ts';
import { People } from '../reading/people.ts';
import { keptColumns, planOf } from '../reading/plan.ts';
import { roleOf } from '../reading/roles.ts';
import { Rows } from '../reading/rows.ts';
import { readSource } from '../reading/source.ts';
import { timeFormat } from '../reading/time-format.ts';
import { type DayMeans, TimeReader } from '../reading/time-reader.ts';
import { type Warning, Warnings } from '../reading/warnings.ts';
import { Zone } from '../reading/zone.ts';
import { brokenRecord } from './broken.ts';
import { dialectOf } from './dialect.ts';
import { checkColumns, headerNames, nameColumns } from './header.ts';
import { type Limits, usualLimits } from './limits.ts';
import { PreambleReader } from './preamble.ts';
import { Records } from './records.ts';

export type NormaliseRequest = CleanRequest & { readonly limits?: Partial<Limits> | undefined };

export type Normalised = Cleaned & { readonly warnings: readonly Warning[] };

/**
 * Reads a CSV file and writes a clean copy in parts: UTF-8, commas, quotes only where needed, `\n`, no header line.
 *
 * Its columns are the row's number among the data records, its instant, created, promised and needed-by times (all in
 * microseconds since 1970, or empty), the role of its person, and then the file's other columns. Every data record is
 * written or rejected, never both and never neither. When the whole file is refused, no further part is left.
 */
export const normalise = async (request: NormaliseRequest): Promise<Normalised> => {
  const limits = { ...usualLimits, ...request.limits };
  let columns: readonly string[] = [];
  const clean = await CleanFile.create(request.folder, {
    partBytes: limits.part,
    onPart: (path) => request.onPart({ path, columns }),
  });
  try {
    const reading = new Reading(request, clean);
    const stored = await readSource(request.path, request.mapping.file.encoding, limits, async (chunk, bytes) => {
      reading.take(chunk, false);
      columns = reading.columns;
      await clean.flush();
      request.onProgress?.({ bytes, rows: reading.total });
    });
    reading.take(new Uint8Array(0), true);
    columns = reading.columns;
    await clean.close();
    return { ...stored, ...reading.result() };
  } catch (error) {
    await clean.discard();
    throw error;
  }
};

/** The way of one file: what stands in front of its header, the header, the rows. */
class Reading {
  total = 0;
  columns: readonly string[] = [];
  #accepted = 0;
  #blank = 0;
  readonly #request: NormaliseRequest;
  readonly #limits: Limits;
  readonly #clean: CleanFile;
  readonly #preamble: PreambleReader;
  readonly #times: (days: DayMeans) => TimeReader;
  readonly #people: People;
  readonly #warnings = new Warnings();
  #dialect: Dialect;
  #names: readonly string[] = [];
  #records: Records | undefined;
  #rows: Rows | undefined;

  constructor(request: NormaliseRequest, clean: CleanFile) {
    const { mapping, path } = request;
    this.#request = request;
    this.#limits = { ...usualLimits, ...request.limits };
    this.#clean = clean;
    this.#dialect = dialectOf(mapping.file);
    this.#preamble = new PreambleReader(path, mapping.file.headerRow, this.#limits.header);
    const formats = mapping.time.formats.map(timeFormat);
    const zone = new Zone(mapping.time.zone);
    this.#times = (days) => new TimeReader(formats, zone, days);
    this.#people = new People(request.pseudonym, roleOf(mapping.roles));
  }

  take(chunk: Uint8Array, last: boolean): void {
    if (this.#records) this.#records.feed(chunk);
    else this.#records = this.#start(chunk, last);
    if (!this.#records) return;
    if (last) this.#records.finish();
    this.#rows ??= this.#readHeader(this.#records);
    if (this.#rows) this.#readRows(this.#records, this.#rows);
    else if (last) throw new Fault('file-empty', { path: this.#request.path });
  }

  result(): Omit<Normalised, 'sha256' | 'bytes'> {
    const rows = this.#rows;
    if (this.#records?.line === excelLines) this.#warnings.add('excel-limit', () => `${excelLines} lines`);
    if (rows) warnOfMapping(this.#request.mapping, this.columns, rows, this.#warnings);
    return {
      columns: this.columns,
      total: this.total,
      accepted: this.#accepted,
      rejected: this.total - this.#accepted,
      blank: this.#blank,
      from: this.#accepted > 0 && rows ? rows.from : null,
      until: this.#accepted > 0 && rows ? rows.until : null,
      warnings: this.#warnings.list(),
    };
  }

  #start(chunk: Uint8Array, last: boolean): Records | undefined {
    const preamble = this.#preamble.take(chunk, last);
    if (!preamble) return undefined;
    const { delimiter, rest, line } = preamble;
    if (delimiter) this.#dialect = dialectOf({ ...this.#request.mapping.file, delimiter });
    const { header, columns } = this.#limits;
    const records = new Records(this.#dialect, { field: header, record: header, columns }, line);
    records.feed(rest);
    return records;
  }

  #readHeader(records: Records): Rows | undefined {
    let found = records.next();
    while (found === 'blank') found = records.next();
    if (found === 'more' || found === 'end') return undefined;
    const raw = headerNames(this.#request.path, records, found === 'broken', this.#limits, this.#dialect);
    const names = nameColumns(raw);
    const { path, mapping } = this.#request;
    checkColumns(path, raw, names, mapping);
    names.forEach((name, index) => {
      if (name !== raw[index]?.trim()) this.#warnings.add('column-renamed', () => name);
    });
    this.#names = names;
    this.columns = keptColumns(names, mapping);
    records.reshape(this.#limits.field, this.#limits.record);
    return new Rows({
      plan: planOf(mapping, names),
      names,
      mapping,
      dialect: this.#dialect,
      times: this.#times,
      people: this.#people,
      warnings: this.#warnings,
      clean: this.#clean,
    });
  }

  #readRows(records: Records, rows: Rows): void {
    for (;;) {
      const found = records.next();
      switch (found) {
        case 'record':
          this.#settle(rows.take(records, ++this.total));
          break;
        case 'broken':
          this.#settle(brokenRecord(records, ++this.total, this.#names, this.#limits));
          break;
        case 'blank':
          this.#blank++;
          break;
        case 'more':
        case 'end':
          return;
      }
    }
  }

  #settle(reject: Reject | undefined): void {
    if (reject) this.#request.onReject?.(reject);
    else this.#accepted++;
  }
}

/** The lines of a sheet in Excel. */
const excelLines = 1_048_576;
