import type { z } from 'zod';
import type { setRecord } from '#api/records.ts';
import { changeLines } from './change-lines.ts';
import type { Command } from './define.ts';
import { inFolder } from './shell-word.ts';
import type { Terminal } from './terminal.ts';

/** How a record is named. */
export const recordArguments: NonNullable<Command['arguments']> = [
  { name: 'kind', says: 'the kind of record, such as team or decision-right' },
  { name: 'key', says: 'what it is called' },
];

/** What an edit of one record did. */
export const editLines = (terminal: Terminal, answer: z.output<(typeof setRecord)['answer']>, folder: string): void => {
  const { line, style } = terminal;
  if (answer.change === null) {
    line('Nothing changes: the record says so already.');
    return;
  }
  changeLines(terminal, answer.change);
  if (answer.dryRun) line(style('bold', 'So it would be.'));
  else {
    line(style('dim', `Change ${answer.changeSet}, by ${answer.actor} (unverified).`));
    line(inFolder('It stands in the store; "throughline export model" writes it into the files.', folder));
  }
};
