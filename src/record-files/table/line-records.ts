import { slugOf } from '#model/key.ts';
import { shownCell } from '../cells/cell.ts';
import { fiscalPeriod } from '../cells/fiscal-period.ts';
import { valueAt } from '../columns/cell-of.ts';
import { put } from '../columns/entry.ts';
import type { FoundRecord, RejectedRow } from '../define.ts';
import type { Line } from './grid.ts';
import type { From } from './mapping.ts';
import { type Field, isParts, type Plan } from './stated-fields.ts';
import { type Form, type Said, saidOf } from './values.ts';

/** An amount of a line, or why it has none: for the sums that are held against the file. */
export type Amount = {
  readonly head: string;
  readonly unit: string;
  readonly amount: string | undefined;
  readonly why: string;
};

/** What one line states of one record. */
export type LineRecord = {
  readonly plan: Plan;
  readonly record: FoundRecord;
  readonly amounts: readonly Amount[];
};

type Read = { readonly records: readonly LineRecord[]; readonly rejected: readonly RejectedRow[] };

type Gathered = {
  body: Record<string, unknown>;
  amounts: Amount[];
  rejected: RejectedRow[];
  periods: Map<string, FoundRecord>;
};

/** The records that a line states, or all that cannot be read of it. */
export const recordsOfLine = (line: Line, plans: readonly Plan[], form: Form, currency: string): Read => {
  const records: LineRecord[] = [];
  const rejected: RejectedRow[] = [];
  for (const plan of plans.filter(({ stated }) => isMeant(line, stated.when))) {
    const found: Gathered = { body: {}, amounts: [], rejected: [], periods: new Map() };
    if (plan.key !== undefined) keyed(line, plan.key, found);
    gather(line, plan.fields, found, form);
    for (const { path, entries } of plan.lists) {
      const list = entries.flatMap((entry) => entryOf(line, entry, found, form, currency));
      if (list.length > 0) put(found.body, path, list);
    }
    rejected.push(...found.rejected);
    const { partial } = plan.stated;
    const record: FoundRecord = {
      kind: plan.kind,
      body: found.body,
      place: line.place,
      ...(Object.keys(partial).length === 0 ? {} : { partial }),
    };
    records.push({ plan, record, amounts: found.amounts });
    for (const period of found.periods.values())
      records.push({ plan, record: { ...period, place: line.place }, amounts: [] });
  }
  return { records, rejected };
};

const isMeant = (line: Line, when: Plan['stated']['when']): boolean => {
  if (!when) return true;
  const cell = line.cell(when.column);
  const text = !cell ? '' : cell.is === 'text' ? cell.text.trim() : shownCell(cell);
  return when.is.some((word) => word.toLowerCase() === text.toLowerCase());
};

/** A key of what columns call the record: its parts in small letters, with hyphens. */
const keyed = (line: Line, parts: NonNullable<Plan['key']>, found: Gathered): void => {
  const words = parts.map((part) => wordOf(line, part));
  const missing = parts.find((part, index) => typeof part === 'string' && words[index] === '');
  const key = slugOf(words.join('-'));
  if (missing === undefined && key !== undefined) found.body.key = key;
  else {
    const field = typeof missing === 'string' ? missing : '';
    found.rejected.push({
      place: { ...line.place, field },
      found: JSON.stringify(words.join('-')),
      expected: 'what a key can be made of',
    });
  }
};

const wordOf = (line: Line, part: string | { readonly is: unknown }): string => {
  if (typeof part !== 'string') return String(part.is);
  const cell = line.cell(part);
  return !cell || cell.is === 'nothing' ? '' : cell.is === 'text' ? cell.text.trim() : shownCell(cell);
};

/** Puts what a line says of fields into what is gathered of its record. */
const gather = (line: Line, fields: readonly Field[], found: Gathered, form: Form): void => {
  const read: { readonly column: Field['column']; readonly head: string; readonly said: Said }[] = [];
  for (const { column, from } of fields) {
    if (isParts(from)) {
      const words = from.map((part) => wordOf(line, part));
      const text = column.refers === undefined ? words.join(' ').trim() : slugOf(words.join('-'));
      if (text !== undefined && text !== '' && words.some((word) => word !== '')) put(found.body, column.path, text);
      continue;
    }
    const said = saidOf(line, from, column, form);
    if (said.is === 'value') put(found.body, column.path, said.value);
    if (said.is === 'wrong') {
      found.rejected.push({ place: { ...line.place, field: said.head }, found: said.found, expected: said.expected });
    }
    const head = headOf(from);
    if (column.holds.type === 'decimal' && head !== undefined) read.push({ column, head, said });
    if (column.refers === 'planning-period') notePeriod(line, from, found, form);
  }
  // Only now every field is there: the currency may stand behind its amount.
  for (const { column, head, said } of read) {
    const currency = valueAt(found.body, [...column.path.slice(0, -1), 'currency']);
    const amount = said.is === 'value' ? String(said.value) : undefined;
    found.amounts.push({ head, unit: typeof currency === 'string' ? currency : '', amount, why: whys[said.is] });
  }
};

const whys = { nothing: 'that state none', exempt: 'exempt', wrong: 'that cannot be read', value: '' } as const;

const headOf = (from: From): string | undefined =>
  typeof from === 'string' ? from : 'column' in from ? from.column : undefined;

/** A fiscal period that is named is a planning period, which has to be there; one that stands under its key counts instead. */
const notePeriod = (line: Line, from: From, found: Gathered, form: Form): void => {
  const head = headOf(from);
  const text =
    head === undefined ? String('is' in Object(from) ? Reflect.get(Object(from), 'is') : '') : wordOf(line, head);
  const period = fiscalPeriod(text, { fiscalYearStart: form.fiscalYearStart, called: form.fiscalYears });
  if (period) found.periods.set(period.key, { kind: 'planning-period', body: period, place: line.place, stub: true });
};

/** An entry of a list, unless all its columns are empty; its amounts have the currency of the file where they name none. */
const entryOf = (line: Line, fields: readonly Field[], found: Gathered, form: Form, currency: string): object[] => {
  const own: Gathered = { body: {}, amounts: [], rejected: found.rejected, periods: new Map() };
  gather(line, fields, own, form);
  const isStated = fields.some(({ column, from }) => {
    const isRead = isParts(from) || headOf(from) !== undefined;
    return isRead && column.refers !== 'planning-period' && valueAt(own.body, column.path) !== undefined;
  });
  for (const { column } of fields) {
    const beside = [...column.path.slice(0, -1), 'currency'];
    if (column.path.at(-1) !== 'amount' || valueAt(own.body, column.path) === undefined) continue;
    if (valueAt(own.body, beside) === undefined) put(own.body, beside, currency);
  }
  found.amounts.push(
    ...own.amounts.map((amount) => ({ ...amount, unit: amount.unit === '' ? currency : amount.unit })),
  );
  if (!isStated) return [];
  for (const [key, period] of own.periods) found.periods.set(key, period);
  return [own.body];
};
