import { expect, test } from 'vitest';
import { problemText } from './problem.ts';
import { readYaml } from './yaml-text.ts';

const told = (text: string): string[] => {
  const read = readYaml('f', text);
  return 'problems' in read ? read.problems.map(problemText) : [];
};

test.each([
  [
    'a field that stands twice',
    'a: 1\nb:\n  c: 1\n  c: 2',
    ['f:4:3 found the field "c" again, expected every field once'],
  ],
  ['a tag', 'a: !secret x', ['f:1:4 found "!secret x", expected a plain value without a tag']],
  [
    'a tag of a language',
    'a: !!js/function x',
    ['f:1:4 found "!!js/function x", expected a plain value without a tag'],
  ],
  [
    'a quote that is never closed',
    'a: "x',
    ['f:1:6 found the end of the line, expected YAML that can be read (Missing closing "quote)'],
  ],
  [
    'a slip from which more problems come',
    'a: 1\n\tb: 1\n\tc: 1\nd: 1\nd: 2',
    [
      'f:2:1 found "b: 1", expected YAML that can be read (Tabs are not allowed as indentation); 1 more problem came of it',
    ],
  ],
  ['an alias of nothing', 'a: *b', ['f:1:4 found the alias *b, expected an alias of something named before it']],
  ['an alias inside what it names', 'a: &a [*a]', [expect.stringContaining('f:1:8 found the alias *a')]],
  [
    'an alias of aliases',
    'a: &a [1]\nb: &b [*a, *a]\nc: *b',
    ['f:3:4 found the alias *b, expected an alias of something without aliases'],
  ],
  ['a second document', 'a: 1\n---\nb: 2', [expect.stringContaining('expected YAML that can be read')]],
  ['a list as the name of a field', '[a]: 1', [expect.stringContaining('expected YAML that can be read')]],
])('YAML is refused for %s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('YAML is refused for more aliases than a person writes', () => {
  const text = `a: &a 1\nb:\n${'  - *a\n'.repeat(101)}`;
  expect(told(text)).toEqual(['f:103:5 found more than 100 aliases, expected values written out']);
});

test.each([
  [
    'a million laughs',
    `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(3)}]\n`).join('')}`,
  ],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  [
    'forty thousand fields of which two are one',
    `${Array.from({ length: 40_000 }, (_, n) => `k${n}: 1\n`).join('')}k7: 1`,
  ],
  ['nine million characters', `a: ${'x'.repeat(9_000_000)}`],
])('YAML is refused in good time for %s', { timeout: 10_000 }, (_, text) => {
  expect(told(text).length).toBeGreaterThan(0);
});

test.each([
  ['a day stays text', 'a: 2026-03-31', { a: '2026-03-31' }],
  ['yes and no stay text', 'a: yes\nb: no', { a: 'yes', b: 'no' }],
  ['a merge key is a field like any other', '<<: {a: 1}', { '<<': { a: 1 } }],
  ['an empty field is absent', 'a:\nb: ~\nc: 1', { c: 1 }],
  ['an empty entry stays', 'a: [~]', { a: [null] }],
  ['an alias is what it names', 'a: &a [1]\nb: *a', { a: [1], b: [1] }],
  ['a numeric name is text', '1: 2', { '1': 2 }],
  ['nothing is nothing', '# only a comment', null],
])('YAML: %s', (_, text, value) => {
  expect(readYaml('f', text)).toMatchObject({ value });
});

test.each([
  ['a field at its name', ['a', 'b'], '2:3'],
  ['an entry where it begins', ['list', 1], '5:5'],
  ['a field of an entry', ['list', 1, 'y'], '6:5'],
  ['what is missing at the last that is there', ['list', 1, 'z'], '5:5'],
  ['the whole at its beginning', [], '1:1'],
  ['a field behind an alias where it is written', ['same', 'b'], '2:3'],
])('YAML places %s', (_, path, place) => {
  const read = readYaml('f', 'a: &a\n  b: 1\nlist:\n  - x\n  - x: 1\n    y: 2\nsame: *a');
  if ('problems' in read) throw new Error('unreadable');
  const { line, column } = read.at(path);
  expect(`${line}:${column}`).toBe(place);
});
