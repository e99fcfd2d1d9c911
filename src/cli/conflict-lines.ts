import type { Conflict } from '#api/model.ts';
import type { Terminal } from './terminal.ts';

/** The exit code when a record waits for somebody to say whose word holds. */
export const unsettled = 3;

/** Every field that was changed at both doors, with both values and their places, and how to settle it. */
export const conflictLines = ({ line, style }: Terminal, conflicts: readonly Conflict[]): void => {
  line();
  line(style('bold', 'Edited at both doors since the files were last applied:'));
  for (const { fields, taken } of conflicts) {
    for (const { text } of fields)
      line(`${style('red', '!')} ${text}${taken === null ? '' : ` (taken from the ${taken})`}`);
  }
  if (conflicts.every(({ taken }) => taken !== null)) return;
  line(
    'These records stay as they stand in the store. Settle them in the files, or with --take files or --take store.',
  );
};
