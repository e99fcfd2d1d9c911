import { Fault } from '#model/fault.ts';
import { type Cell, isBlank, type Row } from '../cells/cell.ts';
import { headsIn, textIn } from '../reading/named-table.ts';
import type { Remarks } from '../reading/remarks.ts';
import { shiftedRow } from '../reading/shifted-row.ts';
import { type Entry, type Field, fieldCalled, levelCalled } from './entry.ts';

/**
 * The entries of a table, one a row: by columns of its fields, or with a column for the names of each level.
 *
 * Where neither a parent nor a level has a column, names that stand further in are below those above them.
 */
export const tableEntries = (path: string, [head, ...rows]: readonly Row[], remarks: Remarks): readonly Entry[] => {
  const heads = headsIn(head);
  const column = (field: Field): number => heads.findIndex((name) => fieldCalled(name) === field);
  const levels = heads.flatMap((name, index) => {
    const level = levelCalled(name);
    return level === undefined ? [] : [{ level, index }];
  });
  const names = column('name');
  if (levels.length < 2 && names < 0) {
    const why = `none of its columns (${heads.slice(0, 6).join(', ')}) is called Name, or L1 and L2 by levels`;
    throw new Fault('records-unreadable', { path, why });
  }
  const at = {
    id: column('id'),
    key: column('key'),
    description: column('description'),
    kind: column('kind'),
    parent: column('parent'),
    level: column('level'),
  };
  const used = new Set([...Object.values(at), names, ...levels.map(({ index }) => index)]);
  heads.forEach((name, index) => {
    if (used.has(index) || rows.every(({ cells }) => isBlank(cells[index] ?? nothing))) return;
    remarks.add('columns that no field of a capability has', name);
  });
  const cellsOf = (whole: Row) => {
    const { row, cells } = whole;
    const text = (index: number): string | undefined => textIn(cells[index]) || undefined;
    const key = text(at.key);
    const about = {
      id: text(at.id) ?? key,
      key,
      description: text(at.description),
      kind: text(at.kind),
      place: { row },
      wrong: shiftedRow(whole, heads.length),
    };
    return { text, about, raw: cells[names] };
  };
  if (names < 0 || levels.length >= 2) return byLevels(rows, levels, cellsOf);
  const read = rows.map(cellsOf);
  if (at.parent >= 0) {
    return read.map(({ about, text }) => {
      const called = text(at.parent);
      return {
        ...about,
        name: text(names),
        above: called === undefined ? { is: 'entry', entry: undefined } : { is: 'called', called },
      };
    });
  }
  if (at.level >= 0) {
    return read.map(({ about, text }) => ({
      ...about,
      name: text(names),
      above: { is: 'level', level: text(at.level) ?? '' },
    }));
  }
  return byIndent(
    read.map(({ about, text, raw }) => ({ about: { ...about, name: text(names) }, indent: indentOf(raw) })),
  );
};

const nothing: Cell = { is: 'nothing' };

type Cells = { readonly text: (index: number) => string | undefined; readonly about: Omit<Entry, 'name' | 'above'> };

/**
 * A row names the deepest level that it fills; what it says of higher ones, or the rows before it, is above it. One that a
 * row below it named before is told about by its own row.
 */
const byLevels = (
  rows: readonly Row[],
  levels: readonly { readonly level: number; readonly index: number }[],
  cellsOf: (row: Row) => Cells,
): Entry[] => {
  const ordered = levels.toSorted((a, b) => a.level - b.level);
  const known = new Map<string, Entry>();
  const entries: Entry[] = [];
  const unstated = new Set<Entry>();
  let before: readonly string[] = [];
  for (const row of rows) {
    const { text, about } = cellsOf(row);
    const stated = ordered.map(({ index }) => text(index));
    const deepest = stated.findLastIndex((name) => name !== undefined);
    // What a row leaves empty it has from the row before it, as long as nothing above that is another.
    const path: string[] = [];
    let isSame = true;
    for (const [index, name] of stated.slice(0, deepest + 1).entries()) {
      const own: string = name ?? (isSame ? before[index] : undefined) ?? '';
      isSame &&= own === before[index];
      path.push(own);
    }
    before = path;
    if (deepest < 0) entries.push({ ...about, name: undefined, above: { is: 'unsaid' } });
    for (let depth = 0; depth <= deepest; depth++) {
      const place = path.slice(0, depth + 1).join('\n');
      const entry = known.get(place);
      if (depth < deepest && (entry || path[depth] === '')) continue;
      if (entry && unstated.delete(entry)) {
        Object.assign(entry, about);
        continue;
      }
      const name = path[depth] === '' ? undefined : path[depth];
      const above = { is: 'entry', entry: known.get(path.slice(0, depth).join('\n')) } as const;
      const bare = { place: about.place, id: undefined, key: undefined, description: undefined, kind: undefined };
      const made: Entry = { ...(depth === deepest ? about : bare), name, above };
      if (!entry) known.set(place, made);
      if (depth < deepest) unstated.add(made);
      entries.push(made);
    }
  }
  return entries;
};

/** How far in a name stands. */
const indentOf = (cell: Cell | undefined): number =>
  cell?.is === 'text' ? (/^[\s\u00a0>-]*/u.exec(cell.text)?.[0].replaceAll('\t', '    ').length ?? 0) : 0;

const byIndent = (rows: readonly { readonly about: Omit<Entry, 'above'>; readonly indent: number }[]): Entry[] => {
  if (rows.every(({ indent }) => indent === rows[0]?.indent)) {
    return rows.map(({ about }) => ({ ...about, above: { is: 'unsaid' } }));
  }
  const open: { readonly entry: Entry; readonly indent: number }[] = [];
  return rows.map(({ about, indent }) => {
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const name = about.name?.replace(/^[>\s-]+/u, '');
    const entry: Entry = { ...about, name, above: { is: 'entry', entry: open.at(-1)?.entry } };
    open.push({ entry, indent });
    return entry;
  });
};
