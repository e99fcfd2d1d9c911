import type { RejectReason, SourceCoverage, UnrecordedKey } from '#model/diagnosis.ts';
import { refusalOf } from '#model/refused-version.ts';
import { unreadText } from '#model/unread-value.ts';
import { count, counted, localDay, percent } from './numbers.ts';
import { harmless, padded, type Terminal, wrapped } from './terminal.ts';

/** What one source adds to what a diagnosis stands on, and what of it does not. */
export const coverageLines = (terminal: Terminal, source: SourceCoverage, timeZone: string): void => {
  const { line, style, width } = terminal;
  const rows = `${counted(source.events, 'row')} of ${counted(source.items, 'item')}, ${rejectedOf(source)}`;
  const days = `${localDay(source.from, timeZone)} to ${localDay(source.until, timeZone)}`;
  line(`   ${padded(source.source, 12)} ${rows}  ${source.from === null ? '' : style('dim', days)}`.trimEnd());
  const told = (text: string, colour?: 'yellow'): void => {
    for (const part of wrapped(text, width - 20, '  ')) line(`${indent}${colour ? style(colour, part) : part}`);
  };
  const names = source.names.map(({ role, mapped }) => {
    const text = `${role} ${percent(mapped)}`;
    return mapped < 0.95 ? style('yellow', text) : text;
  });
  if (names.length > 0) told(`mapped: ${names.join(' · ')}`);
  for (const version of source.refused) told(refusalOf(version), 'yellow');
  if (source.events === 0) told('no row of this source was accepted: no figure knows of it', 'yellow');
  if (isMuch(source)) for (const reason of source.rejects) told(reasonText(reason), 'yellow');
  for (const text of unrecordedTexts(source.unrecorded)) told(text, 'yellow');
  for (const value of source.unread) told(harmless(unreadText(value)), 'yellow');
  if (source.tied !== null && source.tied >= muchTied) told(tiedText(source.tied), 'yellow');
};

const indent = ' '.repeat(16);
/** A few moves at one instant are usual, as where a tool writes two fields at once. */
const muchTied = 0.05;

const rejectedOf = ({ events, rejected }: SourceCoverage): string =>
  rejected === 0 ? '0 rejected' : `${count(rejected)} rejected (${percent(rejected / (events + rejected))})`;

const isMuch = ({ events, rejected }: SourceCoverage): boolean =>
  rejected > 0 && rejected >= (events + rejected) * 0.01;

const reasonText = ({ column, code, expected, rows, line }: RejectReason): string => {
  const place = column === null ? '' : `${harmless(column)}: `;
  const hint =
    code === 'encoding' ? '; the file is likely in another encoding (file: encoding: …), often windows-1252' : '';
  return `rejected ${counted(rows, 'row')}, ${rows === 1 ? '' : 'first '}in line ${line}: ${place}${harmless(expected)} expected${hint}`;
};

const mostKeys = 5;

/** Likely slips one by one; the others, which may have been left out on purpose, in one line a kind. */
const unrecordedTexts = (keys: readonly UnrecordedKey[]): string[] => {
  const slips = keys.filter(({ closest }) => closest !== null);
  const others = Map.groupBy(
    keys.filter(({ closest }) => closest === null),
    ({ kind }) => kind,
  );
  const left = slips.length - mostKeys;
  return [
    ...slips
      .slice(0, mostKeys)
      .map((key) => `${key.kind} ${withRows(key)} is no record of the design; did you mean ${key.closest}?`),
    ...(left > 0 ? [`and ${counted(left, 'more key')} near those of the design; --json has them all`] : []),
    ...[...others].map(([kind, some]) => othersText(kind, some)),
  ];
};

const othersText = (kind: string, keys: readonly UnrecordedKey[]): string => {
  const [first] = keys;
  if (first && keys.length === 1) return `${kind} ${withRows(first)} is no record of the design`;
  const shown = keys.slice(0, 3).map(withRows).join(', ');
  return `${count(keys.length)} ${kind} keys are no records of the design: ${shown}${keys.length > 3 ? ', …' : ''}`;
};

const withRows = ({ kind, key, rows }: UnrecordedKey): string => {
  const word = kind === 'level' || kind === 'decision type' ? 'decision' : 'row';
  return rows === null ? harmless(key) : `${harmless(key)} (${counted(rows, word)})`;
};

const tiedText = (tied: number): string =>
  `${percent(tied)} of the moves between stages and teams stand at the instant of the move before, and no order column says which came first: what rests on their order is arbitrary`;
