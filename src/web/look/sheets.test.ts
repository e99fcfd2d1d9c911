import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

/** All sheets are one file in the end, so a name that two of them give to different things shapes both. */
const sheets = globSync('*.css', { cwd: import.meta.dirname }).filter((name) => name !== 'print.css');

/** The classes that have rules of their own in a sheet, outside of what holds on narrow pages only. */
const classesIn = (sheet: string): string[] => {
  const text = readFileSync(join(import.meta.dirname, sheet), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, '');
  const selectors = [...text.matchAll(/^(?<list>[^\s@{}][^@{}]*)\{/gmu)].flatMap(
    ({ groups }) => groups?.list?.split(',') ?? [],
  );
  return selectors.flatMap((selector) => /^\.(?<name>[\w-]+)$/u.exec(selector.trim())?.groups?.name ?? []);
};

test('no class is given a look by two sheets', () => {
  const homes = new Map<string, Set<string>>();
  for (const sheet of sheets) {
    for (const name of classesIn(sheet)) homes.set(name, (homes.get(name) ?? new Set()).add(basename(sheet, '.css')));
  }
  expect(homes.size).toBeGreaterThan(200);
  const shared = [...homes].filter(([, own]) => own.size > 1).map(([name, own]) => `${name}: ${[...own].join(', ')}`);
  expect(shared).toEqual([]);
});
