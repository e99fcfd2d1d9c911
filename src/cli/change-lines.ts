import type { Changed } from '#api/changes.ts';
import type { RecordChange } from '#api/model.ts';
import { Money } from '#model/money.ts';
import { count, counted } from './numbers.ts';
import { inFolder } from './shell-word.ts';
import type { Terminal } from './terminal.ts';
import { moneyText } from './value-words.ts';

const marks = { added: ['green', '+'], changed: ['yellow', '~'], removed: ['red', '-'] } as const;

/** A change of a record: which, and where it was changed every field with what it was and is. */
export const changeLines = (terminal: Terminal, change: RecordChange): void => {
  const { line, style } = terminal;
  const { kind, key, design, what, fields } = change;
  const [colour, mark] = marks[what];
  const where = design === 'current' || design === '' ? '' : style('dim', ` (${design})`);
  line(`${style(colour, `${mark} ${kind} ${key}`)}${where}`);
  if (what === 'changed') fieldLines(terminal, fields);
};

/** What each field was and is. */
export const fieldLines = ({ line, width, clip }: Terminal, fields: RecordChange['fields']): void => {
  for (const { field, from, to } of fields) {
    if (Array.isArray(from) && Array.isArray(to)) {
      const [before, after] = [
        new Set(from.map((each) => JSON.stringify(each))),
        new Set(to.map((each) => JSON.stringify(each))),
      ];
      const [gone, come] = [
        from.filter((each) => !after.has(JSON.stringify(each))),
        to.filter((each) => !before.has(JSON.stringify(each))),
      ];
      line(`    ${field}: ${from.length} → ${to.length}, ${gone.length} gone, ${come.length} new`);
      for (const each of gone.slice(0, mostEntries)) line(`      ${clip(`- ${said(each)}`, width - 6)}`);
      for (const each of come.slice(0, mostEntries)) line(`      ${clip(`+ ${said(each)}`, width - 6)}`);
      if (Math.max(gone.length, come.length) > mostEntries) line('      and more; --json shows them');
      continue;
    }
    line(`    ${clip(`${field}: ${said(from)} → ${said(to)}`, width - 4)}`);
  }
};

const mostEntries = 5;

/** A value of a field: money as people write it, all else as it is kept. */
export const said = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const { data: money } = Money.safeParse(value);
  return money ? moneyText([money]) : JSON.stringify(value);
};

/** As many changes as are read one by one. */
const mostChanges = 200;

/** How many more there are of each kind. */
const restLines = ({ line, style }: Terminal, changes: readonly RecordChange[]): void => {
  line(`and ${count(changes.length)} more (--json shows them):`);
  for (const all of Map.groupBy(changes, ({ what, kind }) => `${what} ${kind}`).values()) {
    const [first] = all;
    if (first) line(`  ${style(marks[first.what][0], `${marks[first.what][1]} ${count(all.length)} × ${first.kind}`)}`);
  }
};

/** What a change of several records did, or would do. */
export const changedLines = (
  terminal: Terminal,
  { changes, dryRun, changeSet, actor }: Changed,
  folder: string,
): void => {
  const { line, style } = terminal;
  for (const change of changes.slice(0, mostChanges)) changeLines(terminal, change);
  if (changes.length > mostChanges) restLines(terminal, changes.slice(mostChanges));
  if (changes.length === 0) line('Nothing changes: the records say so already.');
  else if (dryRun) line(style('bold', `So ${counted(changes.length, 'record')} would be changed.`));
  else {
    line(style('bold', `${counted(changes.length, 'record')} changed.`));
    line(
      style(
        'dim',
        inFolder(
          `Change ${changeSet}, by ${actor} (unverified); "throughline record undo ${changeSet} --reason <why>" takes it back.`,
          folder,
        ),
      ),
    );
  }
};
