import { expect, test } from 'vitest';
import { reading } from './fixtures/evidence.ts';
import { mostPlace, partPlace, worsePlace } from './places.ts';

const readings = (text: string) => text.split('; ').map((each) => reading(`m=${each}`));

test.each([
  ['the place that adds most to the whole', '0.9 0.7..1 n10 in red; 0.6 0.5..0.7 n100 in blue', true, 'blue'],
  ['no place that might be no worse than the whole', '0.9 0.2..1 n10 in red', true, undefined],
  ['no place of fewer than five', '0.9 0.7..1 n4 in red', true, undefined],
  ['no group of small teams', '0.9 0.7..1 n40 in (small)', true, undefined],
  ['the lowest where low is worse', '0.1 0..0.2 n40 in red; 0.9 0.8..1 n40 in blue', false, 'red'],
  ['no place without an interval', '0.9 n40 in red', true, undefined],
])('worse is %s', (_, text, highIsWorse, key) => {
  expect(worsePlace('team', readings(text), 0.4, highIsWorse)?.key).toBe(key);
});

test.each([
  ['the place that holds most of the sum', '1 n90 in red; 5 n10 in blue', { key: 'red', value: 90 / 140 }],
  ['nothing where no place holds a quarter', ['a', 'b', 'c', 'd', 'e'].map((k) => `1 n10 in ${k}`).join('; '), null],
])('a part is %s', (_, text, place) => {
  const found = partPlace('stage', readings(text));
  if (place === null) expect(found).toBeNull();
  else expect(found).toMatchObject({ ...place, kind: 'part', scope: 'stage' });
});

test.each([
  [
    'the place of most cases',
    [
      { key: 'a', cases: 6 },
      { key: 'b', cases: 18 },
    ],
    { key: 'b', value: 0.75, n: 18 },
  ],
  ['no place of fewer than five', [{ key: 'a', cases: 4 }], null],
  [
    'nothing that stands for no place',
    [
      { key: '(none)', cases: 40 },
      { key: 'b', cases: 20 },
    ],
    { key: 'b', n: 20 },
  ],
  ['nothing of no cases', [], null],
])('most are in %s', (_, counts, place) => {
  const found = mostPlace('object', counts);
  if (place === null) expect(found).toBeNull();
  else expect(found).toMatchObject(place);
});
