import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** How many changes of one file its tests noticed; one that makes them run for ever is noticed too. */
const Changed = z.object({
  file: z.string(),
  changes: z.int(),
  noticed: z.int(),
  day: z.iso.date(),
});

export type Changed = z.infer<typeof Changed>;

/** What ran now takes the place of what was known of the same files. */
export const merged = (before: readonly Changed[], now: readonly Changed[]): Changed[] =>
  [...before.filter(({ file }) => !now.some((each) => each.file === file)), ...now].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );

/** One line a folder, with its weakest file. */
export const table = (results: readonly Changed[]): string =>
  [
    '| folder | files | changes | noticed | | weakest file | run on |',
    '|---|---|---|---|---|---|---|',
    ...[...Map.groupBy(results, ({ file }) => dirname(file))].map(([folder, files]) => line(folder, files)),
  ].join('\n');

const line = (folder: string, files: readonly Changed[]): string => {
  const changes = files.reduce((sum, each) => sum + each.changes, 0);
  const noticed = files.reduce((sum, each) => sum + each.noticed, 0);
  const [weakest] = files.toSorted((a, b) => share(a) - share(b));
  const days = files.map(({ day }) => day).toSorted();
  const told = weakest ? `\`${weakest.file.slice(folder.length + 1)}\` ${percent(share(weakest))}` : '';
  return `| \`${folder}\` | ${files.length} | ${changes} | ${noticed} | ${percent(share({ changes, noticed }))} | ${told} | ${days.at(-1)} |`;
};

const share = ({ changes, noticed }: Pick<Changed, 'changes' | 'noticed'>): number =>
  changes === 0 ? 1 : noticed / changes;

const percent = (part: number): string => `${Math.floor(100 * part)} %`;

export const readResults = (file: string): Changed[] => z.array(Changed).parse(JSON.parse(readFileSync(file, 'utf8')));

export const writeResults = (file: string, results: readonly Changed[]): void =>
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
