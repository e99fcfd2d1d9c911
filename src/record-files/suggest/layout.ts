import { type Cell, isBlank, type Row } from '../cells/cell.ts';
import { statedAmount, statedDay } from '../cells/stated.ts';
import { namesOf, transposed } from '../table/grid.ts';
import { isDay } from './column-seen.ts';
import { wordsIn } from './head-words.ts';

/** How a table lies in its file: where its heads stand, and whether each record is a column. */
export type Layout = {
  readonly heads: readonly string[];
  /** What stands above each head in the row before, where that names groups of columns: "2024/25" above "Budget". */
  readonly groups: readonly string[];
  /** The number of the row, or of the column of a table on its side, that holds the heads. */
  readonly headerRow: number;
  /** Whether anything stands above the heads: titles, or heads of groups. */
  readonly isBelow: boolean;
  readonly transposed: boolean;
  readonly lines: readonly Row[];
};

/** As many rows are looked at for heads; reports have a page of notes above them at most. */
const mostAbove = 40;
/** As many rows are looked at to tell a table on its side. */
const mostHeads = 200;

/**
 * Finds the heads of an unknown table: the row with most different words that name something known, above rows that fill
 * its columns. The table is on its side where its first columns look more so than its first rows.
 */
export const layoutOf = (rows: readonly Row[], known: ReadonlySet<string>): Layout | undefined => {
  const onSide = transposed(rows.slice(0, mostHeads));
  const [upright, turned] = [headsIn(rows, known), headsIn(onSide, known)];
  if (!upright) return turned && layout(transposed(rows), turned, true);
  const looksTurned = turned && turned.known >= 2 && turned.known > upright.known;
  const below = (all: readonly Row[], { at }: Found): readonly Row[] => all.slice(at + 1, at + 31);
  const isTurned = looksTurned && evenness(below(onSide, turned)) > evenness(below(rows, upright)) + 0.1;
  return isTurned ? layout(transposed(rows), turned, true) : layout(rows, upright, false);
};

type Found = { readonly at: number; readonly score: number; readonly known: number };

const layout = (rows: readonly Row[], { at }: Found, isTurned: boolean): Layout => ({
  heads: namesOf(rows[at]?.cells ?? []),
  groups: groupsAbove(rows[at - 1]),
  headerRow: rows[at]?.row ?? 1,
  isBelow: at > 0,
  transposed: isTurned,
  lines: rows.slice(at + 1),
});

/** The words of a row of groups, each over all columns up to the next; a title over everything is no group. */
const groupsAbove = (row: Row | undefined): string[] => {
  const texts = (row?.cells ?? []).map((cell) => (cell.is === 'text' ? cell.text.trim() : ''));
  if (new Set(texts.filter((text) => text !== '')).size < 2) return [];
  let last = '';
  return texts.map((text) => {
    last = text === '' ? last : text;
    return last;
  });
};

const headsIn = (rows: readonly Row[], known: ReadonlySet<string>): Found | undefined => {
  const found = rows
    .slice(0, mostAbove)
    .map((row, at): Found => ({ at, ...scoreOf(row, rows.slice(at + 1, at + 21), known) }));
  const most = Math.max(0, ...found.map(({ score }) => score));
  // Rows of words can look like heads as well: the first of those that do counts.
  return most === 0 ? undefined : found.find(({ score }) => score >= most * 0.85);
};

/** How far the cells below each head are of one sort: those of a table that lies as it is read are, and those across are not. */
const evenness = (rows: readonly Row[]): number => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const shares = Array.from({ length: width }, (_, column) => {
    const sorts = rows.flatMap(({ cells }) => {
      const cell = cells[column];
      return cell && !isBlank(cell) ? [sortOf(cell)] : [];
    });
    const most = Math.max(0, ...['day', 'amount', 'words'].map((sort) => sorts.filter((each) => each === sort).length));
    return sorts.length < 2 ? undefined : most / sorts.length;
  }).filter((share) => share !== undefined);
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

const sortOf = (cell: Cell): 'day' | 'amount' | 'words' => {
  if (isDay(cell)) return 'day';
  return statedAmount(cell, {}).is === 'value' ? 'amount' : 'words';
};

/** How much a row looks like heads: words, each once, over columns that are filled below, more so where they are known. */
const scoreOf = ({ cells }: Row, below: readonly Row[], known: ReadonlySet<string>) => {
  const stated = cells.filter((cell) => !isBlank(cell));
  const words = stated.filter(isHead);
  const width = Math.max(1, ...below.map((row) => row.cells.filter((cell) => !isBlank(cell)).length));
  const different = new Set(words.map((cell) => (cell.is === 'text' ? cell.text.trim().toLowerCase() : ''))).size;
  if (different < 2 || below.length === 0) return { score: 0, known: 0 };
  const met = words.filter((cell) => cell.is === 'text' && wordsIn(cell.text).some((word) => known.has(word))).length;
  const covered = Math.min(1, different / Math.max(width, stated.length));
  return { score: covered * (different / stated.length) + met / Math.max(width, stated.length), known: met };
};

/** A word that is no value: no amount and no day, and not as long as a page. */
const isHead = (cell: Cell): boolean =>
  cell.is === 'text' &&
  cell.text.length <= 400 &&
  /\p{L}|\d{4}/u.test(cell.text) &&
  !(statedAmount(cell, {}).is === 'value' && !/^(?:20\d{2}|FY)/u.test(cell.text.trim())) &&
  statedDay(cell, 'day-first').is !== 'value';
