import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(import.meta.dirname, '..', '..', 'docs/reference/trust.md');

/** Writes a table anew in its place in docs/reference/trust.md, between `<!-- name -->` and `<!-- /name -->`. */
export const writeBetween = (name: string, table: string): void => {
  const [begins, ends] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split(begins)[0], text.split(ends)[1]];
  if (after === undefined) throw new Error(`${page} has no place for ${name}`);
  writeFileSync(page, `${before}${begins}\n${table}\n${ends}${after}`);
};
