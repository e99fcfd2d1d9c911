import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { KnownTexts } from './known-texts.ts';
import { readYaml } from './yaml-text.ts';

const kept = (folder: string) => join(folder, 'texts');

/** What texts say to one who keeps them and to one after him, who has nothing but what was kept. */
const readTwice = (...texts: readonly string[]) => {
  const file = kept(folderWith());
  return [1, 2].map(() => {
    const known = new KnownTexts(file);
    const read = texts.map((text) => known.read('a.yaml', text));
    known.keep();
    return read;
  });
};

/** Whether a second reader knows the text without having read it. */
const isKnown = (file: string, text: string): boolean => readFileSync(file, 'utf8').includes(JSON.stringify(text));

test('a text that is known says what it said, and where', () => {
  const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/u), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  fc.assert(
    fc.property(values, (value) => {
      const text = JSON.stringify(value, undefined, 2);
      const plain = readYaml('a.yaml', text);
      const paths = Object.keys(value).map((name) => [name]);
      for (const [read] of readTwice(text)) {
        if (!read || 'problems' in read || 'problems' in plain) return expect(read).toEqual(plain);
        expect(read.value).toEqual(plain.value);
        expect(paths.map(read.at)).toEqual(paths.map(plain.at));
      }
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['infinity', 'a: .inf', Number.POSITIVE_INFINITY],
  ['not-a-number', 'a: .nan', Number.NaN],
  ['minus zero', 'a: -0', -0],
  ['a field named like the prototype', '{"__proto__": {"a": 1}}', undefined],
])('a text says the same when it is read again: %s', (_, text, a) => {
  for (const [read] of readTwice(text)) {
    expect(read).toMatchObject({ value: a === undefined ? {} : { a } });
    expect(JSON.stringify(read)).toBe(JSON.stringify(readYaml('a.yaml', text)));
  }
});

test('what is wrong with a text is told each time', () => {
  const [first, second] = readTwice('a: [', 'a: 1');
  expect(first?.[0]).toEqual(readYaml('a.yaml', 'a: ['));
  expect(second?.[0]).toEqual(first?.[0]);
});

test('nothing that was taken out of a text is kept', () => {
  const file = kept(folderWith());
  for (const name of ['Ada', 'Grace']) {
    const known = new KnownTexts(file);
    known.read('a.yaml', `owner: ${name}`);
    known.keep();
  }
  expect([isKnown(file, 'Ada'), isKnown(file, 'Grace')]).toEqual([false, true]);
});

test.each([
  ['other bytes', (text: string) => text.replace('Ada', 'Eve')],
  ['an end that is cut off', (text: string) => text.slice(0, -3)],
  ['nothing', () => ''],
  ['the work of another reader', (text: string) => text.replace(/^\d+/u, '0')],
])('a file of %s is not believed', (_, changed) => {
  const file = kept(folderWith());
  const known = new KnownTexts(file);
  known.read('a.yaml', 'owner: Ada');
  known.keep();
  writeFileSync(file, changed(readFileSync(file, 'utf8')));
  expect(new KnownTexts(file).read('a.yaml', 'owner: Ada')).toMatchObject({ value: { owner: 'Ada' } });
});

test('nothing is kept where there is no folder for it', () => {
  const file = join(folderWith(), 'none', 'texts');
  const known = new KnownTexts(file);
  known.read('a.yaml', 'a: 1');
  known.keep();
  expect(existsSync(file)).toBe(false);
});
