import { slugOf } from '#model/key.ts';
import { shownCell } from '../cells/cell.ts';
import { fiscalPeriod } from '../cells/fiscal-period.ts';
import { valueAt } from '../columns/cell-of.ts';
import { put } from '../columns/entry.ts';
import type { FoundRecord, RejectedRow } from '../define.ts';
import type { Line } from './grid.ts';
import type { From } from './mapping.ts';
import { type Field, isParts, type Plan } from './stated-fields.ts';
import { type Form, matches, type Said, saidOf } from './values.ts';

/** An amount of a line, or why it has none: for the sums that are held against the file. */
export type Amount = {
  readonly head: string;
  /** What it is read as: one column may go into several records, and is then a sum in each. */
  readonly as: string;
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
  for (const plan of plans.filter(({ stated }) => isMeant(line, stated))) {
    const found: Gathered = { body: {}, amounts: [], rejected: [], periods: new Map() };
    if (plan.key !== undefined) keyed(line, plan.key, found);
    gather(line, plan.fields, found, { form, currency, as: plan.kind, whole: found.body });
    for (const { path, entries } of plan.lists) {
      const about = { form, currency, as: `${plan.kind} ${path.join('.')}`, whole: found.body };
      const list = entries.flatMap((entry) => entryOf(line, entry, found, about));
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

const isMeant = (line: Line, { when, unless }: Plan['stated']): boolean => {
  if (when && !when.is.some((word) => word.toLowerCase() === wordOf(line, when.column).toLowerCase())) return false;
  return ![unless ?? []].flat().some(({ column, is }) => matches(wordOf(line, column), is));
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

/** What values are read against: the form of the file, its currency, and the record as far as it is known. */
type About = {
  readonly form: Form;
  readonly currency: string;
  readonly as: string;
  readonly whole: Readonly<Record<string, unknown>>;
};

/** Puts what a line says of fields into what is gathered of its record; amounts last, when their currency is known. */
const gather = (line: Line, fields: readonly Field[], found: Gathered, about: About): void => {
  const isAmount = ({ column, from }: Field): boolean => column.holds.type === 'decimal' && !isParts(from);
  for (const field of fields.filter((each) => !isAmount(each))) gatherField(line, field, found, about.form);
  for (const field of fields.filter(isAmount)) gatherAmount(line, field, found, about);
};

const gatherField = (line: Line, { column, from }: Field, found: Gathered, form: Form): void => {
  if (isParts(from)) {
    const words = from.map((part) => wordOf(line, part));
    const text = column.refers === undefined ? words.join(' ').trim() : slugOf(words.join('-'));
    if (text !== undefined && text !== '' && words.some((word) => word !== '')) put(found.body, column.path, text);
    return;
  }
  take(line, column, saidOf(line, from, column, form), found);
  if (column.refers === 'planning-period') notePeriod(line, from, found, form);
};

const gatherAmount = (line: Line, { column, from }: Field, found: Gathered, about: About): void => {
  if (isParts(from)) return;
  const beside = [...column.path.slice(0, -1), 'currency'];
  const stated = valueAt(found.body, beside) ?? about.whole.currency;
  const { unit } = about.whole;
  // What is stated in hours or in per cent is no money.
  const isMoney = typeof unit !== 'string' || typeof stated === 'string';
  const currency = typeof stated === 'string' ? stated : about.currency;
  const said = saidOf(line, from, column, about.form, isMoney ? { currency } : undefined);
  take(line, column, said, found);
  if (said.is === 'value' && column.path.at(-1) === 'amount' && valueAt(found.body, beside) === undefined)
    put(found.body, beside, currency);
  const head = headOf(from);
  if (head === undefined) return;
  const foreign = said.is === 'wrong' ? said.foreign : undefined;
  found.amounts.push({
    head,
    as: [about.as, ...column.path].join(' '),
    unit: foreign?.unit ?? (isMoney ? currency : unit),
    amount: said.is === 'value' ? String(said.value) : foreign?.amount,
    why: whys[said.is],
  });
};

const take = (line: Line, column: Field['column'], said: Said, found: Gathered): void => {
  if (said.is === 'value') put(found.body, column.path, said.value);
  if (said.is === 'wrong')
    found.rejected.push({ place: { ...line.place, field: said.head }, found: said.found, expected: said.expected });
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

/** An entry of a list, unless all its columns are empty. */
const entryOf = (line: Line, fields: readonly Field[], found: Gathered, about: About): object[] => {
  const own: Gathered = { body: {}, amounts: found.amounts, rejected: found.rejected, periods: new Map() };
  gather(line, fields, own, about);
  const isStated = fields.some(({ column, from }) => {
    const isRead = isParts(from) || headOf(from) !== undefined;
    return isRead && column.refers !== 'planning-period' && valueAt(own.body, column.path) !== undefined;
  });
  if (!isStated) return [];
  for (const [key, period] of own.periods) found.periods.set(key, period);
  return [own.body];
};
