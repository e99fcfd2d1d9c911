import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptAnswers } from './kept-answers.ts';

const fileIn = (): string => join(mkdtempSync(join(tmpdir(), 'kept-')), 'answers');

test('what was answered in a state is known to the next server, and of another state nothing is', () => {
  const file = fileIn();
  const kept = new KeptAnswers(file);
  expect(kept.of('a')).toEqual([]);
  kept.keep('a', [['how long', { days: 3, says: 'a line\nand another' }]]);
  expect(new KeptAnswers(file).of('a')).toEqual([['how long', { days: 3, says: 'a line\nand another' }]]);
  expect(new KeptAnswers(file).of('b')).toEqual([]);
});

test('what was spoilt is not believed', () => {
  const file = fileIn();
  const kept = new KeptAnswers(file);
  kept.keep('a', [['how long', { days: 3 }]]);
  appendFileSync(file, ' ');
  expect(kept.of('a')).toEqual([]);
});
