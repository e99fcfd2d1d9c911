import { expect, test } from 'vitest';
import type { Diagnosis } from '#model/diagnosis.ts';
import { effectOf, titleOf } from './effect-of.ts';

/** Of a diagnosis only what is looked at here: `signs` that are called, rules that are `worst`, and headline figures. */
const said = (signs: readonly string[], worst: readonly string[], figures: Readonly<Record<string, number | null>>) =>
  ({
    signs: signs.map((sign) => ({ sign, title: sign, status: 'called', severity: 60, rules: [] })),
    worst: worst.map((rule) => ({ rule, title: rule, severity: { value: 70 } })),
    work: { headline: Object.entries(figures).map(([metric, value]) => ({ metric, value })), stages: [] },
    decisions: { headline: [], types: [] },
  }) as unknown as Diagnosis;

test.each([
  ['all of it, where there was nothing before', null, said(['a'], ['b'], { f: 1 }), [['a', 'b'], [], [], ['f']]],
  ['what came, what went, what stays', said(['a'], ['b'], {}), said(['a'], ['c'], {}), [['c'], ['b'], ['a'], []]],
  ['nothing, of nothing', null, null, [[], [], [], []]],
  [
    'figures that have a value before or after',
    said([], [], { f: 1, g: null, h: null }),
    said([], [], { f: null, g: 2, h: null }),
    [[], [], [], ['f', 'g']],
  ],
])('the effect is %s', (_, before, after, expected) => {
  const { appear, disappear, stay, moved } = effectOf(before, after);
  expect([appear.map(titleOf), disappear.map(titleOf), stay.map(titleOf), moved.map(({ metric }) => metric)]).toEqual(
    expected,
  );
});
