import { expect, test } from 'vitest';
import { Design } from '../design.ts';
import { designOverlaps } from './design-overlaps.ts';

const read = (text: string): Design => {
  const [key, status, from, to] = text.split(' ');
  return Design.parse({ key, status, from, to });
};

test.each([
  ['two in force for ever', ['a in-force', 'b in-force'], ['b']],
  ['not one that follows the other', ['a in-force 2025-01-01 2026-01-01', 'b in-force 2026-01-01'], []],
  ['a day in common', ['a in-force 2025-01-01 2026-01-02', 'b in-force 2026-01-01'], ['b']],
  ['not a target beside one in force', ['a in-force', 'b target'], []],
  ['not two drafts', ['a draft', 'b draft'], []],
  ['every later one', ['a in-force', 'b in-force', 'c in-force'], ['b', 'c']],
])('designs clash: %s', (_, designs, keys) => {
  expect(designOverlaps(designs.map(read)).map(({ key }) => key)).toEqual(keys);
});

test('a clash names the design that is in force already', () => {
  expect(designOverlaps([read('a in-force 2025-01-01'), read('b in-force')])).toEqual([
    {
      kind: 'design',
      index: 1,
      key: 'b',
      field: 'status',
      found: 'in-force, always',
      expected: 'one design in force at a time: a is in force from 2025-01-01 on',
    },
  ]);
});
