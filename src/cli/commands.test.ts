import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from './index.ts';

const folder = join(import.meta.dirname, 'commands');

const filesWithCommands = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => readFileSync(join(folder, file), 'utf8').includes('defineCommand({'))
  .map((file) => file.replace(/\.ts$/u, ''));

test('every command file is on the list, under its own name', () => {
  expect(commands.map(({ name }) => name.replaceAll(' ', '-')).sort()).toEqual(filesWithCommands.sort());
});

test.each(commands)('$name says in a line what it does', ({ says }) => {
  expect(says).toMatch(/^[a-z][^\n]{15,120}$/u);
});
