import type { mapNames } from '#api/names.ts';
import type { Terminal } from './terminal.ts';

type Written = Pick<(typeof mapNames)['answer']['_output'], 'file' | 'dryRun' | 'lines'>;

/** The lines of a mapping that go and come. */
export const mappingLines = (terminal: Terminal, { file, dryRun, lines }: Written): void => {
  terminal.line(`${file}${dryRun ? ', as it would be' : ''}:`);
  for (const { mark, line } of lines) terminal.line(terminal.style(mark === '+' ? 'green' : 'red', `${mark} ${line}`));
};
