import { expect, test } from 'vitest';
import type { Diagnosis } from '#model/diagnosis.ts';
import { evidenceOf, findingsOf } from './findings-of.ts';

const rule = (id: string, severity: number | null, standsOn = id) => ({
  rule: id,
  standsOn,
  severity: severity === null ? null : { value: severity, lower: null, upper: null },
});

const sign = (id: string, status: string, severity: number | null, ...rules: ReturnType<typeof rule>[]) => ({
  sign: id,
  status,
  severity,
  rules,
});

const found = (signs: ReturnType<typeof sign>[], ...worst: ReturnType<typeof rule>[]): string[] =>
  findingsOf({ signs, worst } as unknown as Diagnosis).map(({ id }) => id);

test.each([
  ['signs that show, in the order of the diagnosis', [sign('a', 'called', 90), sign('b', 'watch', 60)], [], ['a', 'b']],
  ['no sign that is clear or cannot be told', [sign('a', 'clear', 10), sign('b', 'not-enough-data', null)], [], []],
  [
    'a rule that no such sign tells of',
    [sign('a', 'called', 90, rule('s.x', 90, 'r.x'))],
    [rule('r.y', 70)],
    ['a', 'r.y'],
  ],
  ['no rule that such a sign tells of', [sign('a', 'called', 90, rule('s.x', 90, 'r.x'))], [rule('r.x', 70)], ['a']],
  ['a rule of a sign that is clear', [sign('a', 'clear', 9, rule('s.x', 60, 'r.x'))], [rule('r.x', 70)], ['r.x']],
])('findings are %s', (_, signs, worst, ids) => {
  expect(found(signs, ...worst)).toEqual(ids);
});

test('what shows a sign is beyond what is tolerable, the severest first', () => {
  const shown = sign('a', 'called', 90, rule('x', 50), rule('y', 90), rule('z', 49), rule('w', null));
  expect(evidenceOf(shown as unknown as Diagnosis['signs'][number]).map((each) => each.rule)).toEqual(['y', 'x']);
});
