import { slugOf } from '#model/key.ts';
import { ColumnMeaning, type MappingEdit } from '#model/mapping-edit.ts';

/** A mapping as it is written, or nearly one: what a person is still at work on may lack anything. */
type Written = Readonly<Record<string, unknown>>;

/**
 * A written mapping after a change that a form makes. All else stays as it is written, also what no form shows.
 *
 * A meaning that only one column can have is taken from the column that had it.
 */
export const edited = (written: Written, edit: MappingEdit): Written => {
  switch (edit.what) {
    case 'column':
      return withMeanings(written, edit.column, edit.means);
    case 'formats':
      return within(written, 'time', { formats: edit.formats });
    case 'zone':
      return within(written, 'time', { zone: edit.zone });
    case 'whole-days': {
      const others = textsAt(fieldsAt(written, 'time'), 'wholeDays').filter((column) => column !== edit.column);
      const wholeDays = edit.whole ? [...others, edit.column] : others;
      return within(written, 'time', { wholeDays: wholeDays.length === 0 ? undefined : wholeDays });
    }
    case 'missing': {
      const known = textsAt(fieldsAt(written, 'file'), 'missing');
      return within(written, 'file', { missing: [...new Set([...known, edit.value])] });
    }
    case 'encoding':
      return within(written, 'file', { encoding: edit.encoding });
    case 'decimal':
      return within(written, 'numbers', { decimal: edit.decimal });
    case 'state':
      return within(written, 'states', { rules: statesWith(fieldsAt(written, 'states'), edit) });
  }
};

/** What a column stands for in a written mapping, as far as an edit can change it. */
export const meaningsOf = (written: Written, column: string): ColumnMeaning[] => {
  const columns = fieldsAt(written, 'columns');
  return ColumnMeaning.options.filter((meaning) =>
    isList(meaning) ? textsAt(written, meaning).includes(column) : columns[meaning] === column,
  );
};

const isList = (meaning: ColumnMeaning): meaning is 'people' | 'knowTheFuture' =>
  meaning === 'people' || meaning === 'knowTheFuture';

const withMeanings = (written: Written, column: string, means: readonly ColumnMeaning[]): Written => {
  const others = Object.entries(fieldsAt(written, 'columns')).filter(
    ([meaning, named]) => named !== column && !means.some((each) => each === meaning),
  );
  const own = means.filter((meaning) => !isList(meaning)).map((meaning) => [meaning, column]);
  const lists = (['people', 'knowTheFuture'] as const).map((list) => {
    const rest = textsAt(written, list).filter((name) => name !== column);
    const names = means.includes(list) ? [...rest, column] : rest;
    return [list, names.length === 0 ? undefined : names];
  });
  const days = textsAt(fieldsAt(written, 'time'), 'wholeDays').includes(column) && !means.includes('promised');
  const freed = days ? edited(written, { what: 'whole-days', column, whole: false }) : written;
  return without({ ...freed, columns: Object.fromEntries([...others, ...own]), ...Object.fromEntries(lists) });
};

type StateEdit = Extract<MappingEdit, { what: 'state' }>;

/** The rules of states with one that names this state alone in front, or in the place of such a one. */
const statesWith = (states: Written, { state, kind }: StateEdit): unknown[] | undefined => {
  const rules = listAt(states, 'rules');
  const own = rules.find((rule) => Object(rule).is === state);
  const to: unknown = own === undefined ? (slugOf(state) ?? 'state') : Object(own).to;
  const rule = kind === null ? undefined : { is: state, to, kind };
  if (own === undefined) return rule === undefined ? rules : [...rules, rule];
  const changed = rules.flatMap((each) => (each === own ? (rule ?? []) : [each]));
  return changed.length === 0 ? undefined : changed;
};

/** A part of a mapping with some of its fields changed; a part without fields is none. */
const within = (written: Written, part: string, fields: Written): Written => {
  const changed = without({ ...fieldsAt(written, part), ...fields });
  return without({ ...written, [part]: Object.keys(changed).length === 0 ? undefined : changed });
};

const without = (fields: Written): Written =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const fieldsAt = (written: Written, name: string): Written => {
  const value = written[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
};

const listAt = (written: Written, name: string): unknown[] => {
  const value = written[name];
  return Array.isArray(value) ? value : [];
};

export const textsAt = (written: Written, name: string): string[] =>
  listAt(written, name).filter((value) => typeof value === 'string');
