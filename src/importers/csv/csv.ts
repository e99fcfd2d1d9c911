import type { Importer } from '../define.ts';
import { looksLikeText } from '../reading/head.ts';
import { normalise } from './normalise.ts';
import { columnsOf, suggest } from './suggest.ts';

/**
 * Rows of text, with a first line that names the columns.
 *
 * A file is taken by its name, or without a telling name by text that begins like no mark-up and has a delimiter.
 */
export const csv: Importer = {
  id: 'csv',
  title: 'Delimited text (CSV)',
  recognises: (path, head) =>
    looksLikeText(head) &&
    (/\.(csv|tsv|tab|txt)(\.gz)?$/iu.test(path) || looksDelimited(Buffer.from(head).toString('latin1'))),
  normalise,
  suggest,
  columnsOf,
};

const looksDelimited = (text: string): boolean => {
  const [line = ''] = text.split(/[\r\n]/u);
  return /[,;\t|]/u.test(line) && !/^(\u00ef\u00bb\u00bf)*[^\p{L}\p{N}"]*[<{[]/u.test(line);
};
