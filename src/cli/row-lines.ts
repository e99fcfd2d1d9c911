import { count, localTime, rounded } from './numbers.ts';
import { harmless, type Terminal, table } from './terminal.ts';

type Cell = string | number | boolean | null;

type Rows = {
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly total: number;
  readonly offset: number;
  readonly timeZone: string;
};

/** The rows behind a figure as a table, and how many of them these are. */
export const rowLines = (terminal: Terminal, { rows, total, offset, timeZone }: Rows): void => {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((title) => ({ title, most: 24, right: typeof rows[0]?.[title] === 'number' }));
  if (total === 0) terminal.line('No row stands behind this figure.');
  else if (names.length === 0) terminal.line(`No row is left after ${count(offset)} of ${count(total)}.`);
  else
    table(
      terminal,
      columns,
      rows.map((row) => names.map((name) => cellText(name, row[name] ?? null, timeZone))),
    );
  terminal.line(terminal.style('dim', `  ${count(rows.length)} of ${count(total)} rows · times in ${timeZone}`));
};

const instants = /^(started|ended|created|raised|decided|promised|counted|happened|entered|day)/u;

const cellText = (name: string, value: Cell, timeZone: string): string => {
  if (value === null) return '–';
  if (typeof value !== 'number') return harmless(String(value));
  return instants.test(name) && value > 1e11 ? localTime(value, timeZone) : rounded(value);
};
