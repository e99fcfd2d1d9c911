import { expect, test } from 'vitest';
import { flaw, fuzz, mutant, targets } from './fuzz.ts';

const formats = ['csv', 'xes'] as const;

test.each(formats)(
  'ten seconds of mutants of %s are each read or refused, at once and without a rest',
  async (format) => {
    expect(await fuzz(format, 1, 10)).toBeGreaterThan(0);
  },
);

test.each(formats)('a mutant of %s is the same whenever it is made, and differs from the next', (format) => {
  const target = targets[format];
  expect(mutant(target, 1, 5)).toEqual(mutant(target, 1, 5));
  expect(mutant(target, 1, 5)).not.toEqual(mutant(target, 1, 6));
});

/** Files that were once read wrongly, and files of which one would expect it. */
test.each([
  ['csv', 'nothing', ''],
  ['csv', 'a mark and nothing', '\ufeff'],
  ['csv', 'the beginning of a packed file', Buffer.from([0x1f, 0x8b])],
  ['csv', 'half of a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00])],
  ['csv', 'a header that is quotes', '"""'],
  ['xes', 'nothing', ''],
  ['xes', 'a mark and nothing', '\ufeff'],
  ['xes', 'a declaration and nothing', '<?xml version="1.0"?>'],
  ['xes', 'the beginning of a packed file', Buffer.from([0x1f, 0x8b])],
  ['xes', 'half of a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00])],
  [
    'xes',
    'keys that are those of every object',
    '<log><trace><string key="__proto__" value="x"/><event><string key="constructor" value="y" __proto__="z"/></event></trace></log>',
  ],
] as const)('a file of %s with %s is read or refused', async (format, _, bytes) => {
  expect(await flaw(targets[format], Buffer.from(bytes))).toBeUndefined();
});
