import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { rewritten } from './rewritten.ts';
import { readYaml } from './yaml-text.ts';

test.each([
  ['a plain value', 'a: 1 # one\nb: 2\n', { a: 3, b: 2 }, 'a: 3 # one\nb: 2\n'],
  ['a value in its quotes', `a: "x" # c\nb: 'y'\n`, { a: 'it', b: "o'k" }, `a: "it" # c\nb: 'o''k'\n`],
  ['a text that would be read as a number', 'a: x\n', { a: '1' }, 'a: "1"\n'],
  ['a new field', '# top\na: 1 # one\n\n# end\n', { a: 1, b: [1] }, '# top\na: 1 # one\nb:\n  - 1\n\n# end\n'],
  ['a field that is gone', 'a: 1\n# of b\nb: 2 # two\nc: 3\n', { a: 1, c: 3 }, 'a: 1\n# of b\nc: 3\n'],
  [
    'a field without a value',
    'a: # none yet\n  # - x\nb: 1\n',
    { a: [{ k: 1 }], b: 1 },
    'a: # none yet\n  - k: 1\n  # - x\nb: 1\n',
  ],
  ['a field without a value or a blank', 'a:\nb: 1\n', { a: 2, b: 1 }, 'a: 2\nb: 1\n'],
  ['a field in braces', 'a: {x: 1,  y: 2 }\n', { a: { x: 1, y: 3 } }, 'a: {x: 1,  y: 3 }\n'],
  ['a new field in braces', 'a: {x: 1}\n', { a: { x: 1, y: { z: 1 } } }, 'a: {x: 1, y: {z: 1}}\n'],
  ['the first field in braces', 'a: {x: 1, y: 2}\n', { a: { y: 2 } }, 'a: {y: 2}\n'],
  ['the last field in braces', 'a: {x: 1, y: 2}\n', { a: { x: 1 } }, 'a: {x: 1}\n'],
  ['an entry in brackets', 'a: [x, y, z]\n', { a: ['x', 'z', 'w'] }, 'a: [x, z, w]\n'],
  ['the order in brackets', 'a: [x, y]\n', { a: ['y', 'x'] }, 'a: [y, x]\n'],
  [
    'an entry of a list',
    'a:\n- key: k # c\n  n: 1\n- key: l\n',
    { a: [{ key: 'k', n: 2 }, { key: 'l' }] },
    'a:\n- key: k # c\n  n: 2\n- key: l\n',
  ],
  [
    'an entry that is gone',
    'a:\n  - key: k\n    n: 1\n\n  # of l\n  - key: l\n',
    { a: [{ key: 'l' }] },
    'a:\n\n  # of l\n  - key: l\n',
  ],
  ['all entries that are gone', 'a:\n  # of k\n  - key: k\nb: 1\n', { b: 1 }, 'a:\n  # of k\nb: 1\n'],
  ['an entry in front', 'a:\n  - key: k\n', { a: [{ key: 'j' }, { key: 'k' }] }, 'a:\n  - key: j\n  - key: k\n'],
  ['the field behind a dash', 'a:\n  - x: 1\n    key: k\n', { a: [{ key: 'k' }] }, 'a:\n  - key: k\n'],
  ['a folded text', 'a: >-\n  long\n  text\n\nb: 1\n', { a: 'short', b: 1 }, 'a: short\n\nb: 1\n'],
  [
    'a text of lines whose last one ends in a tab',
    'a: |\n  x\t\n\nb: 1\n',
    { a: ['y\nz'], b: 1 },
    'a:\n  - |-\n    y\n    z\n\nb: 1\n',
  ],
  ['an alias, which is written out', 'a: &x [1]\nb: *x\n', { a: [1], b: [1, 2] }, 'a: &x [1]\nb:\n  - 1\n  - 2\n'],
  ['what an alias means', 'a: &x 1 # one\nb: *x # too\n', { a: 2, b: 1 }, 'a: &x 2 # one\nb: 1 # too\n'],
  ['what an alias names and is gone', 'a: &x {y: 1}\nb: *x\n', { b: { y: 1 } }, 'b: { y: 1 }\n'],
  ['a file of comments', '# none\n', { a: [1] }, '# none\na:\n  - 1\n'],
  ['an empty file', '', { a: 1 }, 'a: 1\n'],
  ['a file without a last line break', 'a: 1', { a: 1, b: 2 }, 'a: 1\nb: 2\n'],
  ['line breaks of another system', 'a: 1\r\nb: 2\r\n', { a: 1, b: [1, 2] }, 'a: 1\r\nb:\r\n  - 1\r\n  - 2\r\n'],
  [
    'JSON',
    '{"a": [{"key": "k", "n": 1}]}',
    { a: [{ key: 'k', n: 2, m: 'x' }] },
    '{"a": [{"key": "k", "n": 2, m: x}]}\n',
  ],
  [
    'a text that ends in a space of another kind',
    'a: x\nb: {c: y}\nd: z\n',
    { a: 'x\u202f', b: { c: '\u00a0y\u00a0' }, d: 'z', e: 'new\u2003' },
    'a: x\u202f\nb: {c: \u00a0y\u00a0}\nd: z\ne: new\u2003\n',
  ],
  ['a text of many lines', 'a: x # c\nb: 1\n', { a: 'x\ny\n', b: 1 }, 'a: "x\\ny\\n" # c\nb: 1\n'],
])('changes %s and no more', (_, text, wanted, expected) => {
  expect(rewritten(text, wanted)).toBe(expected);
});

test.each([
  ['nothing that differs in bytes only', "a:   'x'   # c\n\n\n\nb: 0x10\n", { a: 'x', b: 16 }],
  ['an empty list at the outside that is absent', 'a: []\nb: 1\n', { b: 1 }],
])('leaves %s', (_, text, wanted) => {
  expect(rewritten(text, wanted)).toBe(text);
});

const scalar = fc.oneof(
  fc.integer({ min: -9, max: 99 }),
  fc.boolean(),
  fc.constantFrom(
    '',
    'x',
    'a: b',
    '# a',
    '- a',
    'two\nlines',
    'ends\n',
    'narrow\u202f',
    '\u00a0wide\u00a0\nand on',
    'spaces  \nwithin',
    'tab\t\n',
    'more\n\n',
    ' led',
    '1',
    'null',
    '[',
    "it's",
    '"q"',
    'ü',
  ),
);
const names = fc.constantFrom('key', 'a', 'b', 'c');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  ),
}));
const fields = fc.dictionary(names, value, { minKeys: 1, maxKeys: 4 }).map((one) => ({ ...one }));

type Shape = { readonly flow: readonly boolean[]; readonly comments: readonly boolean[] };
const shape: fc.Arbitrary<Shape> = fc.record({
  flow: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  comments: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
});

/** A text as people write it: some of the outer fields in braces, comments on lines of their own and behind values. */
const handWritten = (value: object, { flow, comments }: Shape): string => {
  const text = Object.entries(value)
    .map(([name, inner], n) =>
      stringify({ [name]: inner }, { lineWidth: 0, ...(flow[n % flow.length] ? { collectionStyle: 'flow' } : {}) }),
    )
    .map((line) => (line.startsWith('{') ? line.replace(/^\{ /, '').replace(/ \}\n$/, '\n') : line))
    .join('');
  let inText = false;
  return text
    .split('\n')
    .flatMap((line, n) => {
      inText = /[|>][-+\d]*$/.test(line) || (inText && !/^ *(?:- |\w+:)/.test(line));
      return comments[n % comments.length] && !inText && line !== '' ? [`# line ${n}`, line] : [line];
    })
    .join('\n');
};

/** Any value as a file can state it: empty fields count as absent. */
const stated = (value: object): Readonly<Record<string, unknown>> => {
  const read = readYaml('', JSON.stringify(value));
  return 'problems' in read || typeof read.value !== 'object' ? {} : { ...read.value };
};

/** The comments that stand above a field of the outside. */
const outerComments = (text: string): string[] => text.match(/^# line \d+(?=\n\w+:)/gm) ?? [];

test('whatever a text says, it is made to say anything else, and comments above its fields stay', () => {
  fc.assert(
    fc.property(fields, fields, shape, (before, after, how) => {
      const text = handWritten(before, how);
      fc.pre(!('problems' in readYaml('', text)));
      const made = rewritten(text, stated(after));
      expect(outerComments(text).filter((comment) => !made.includes(`${comment}\n`))).toEqual([]);
      expect(rewritten(made, stated(after))).toBe(made);
    }),
    { numRuns: 300 },
  );
});
