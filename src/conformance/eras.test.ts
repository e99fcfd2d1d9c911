import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { erasOf, holds } from './eras.ts';
import { always } from './span.ts';

const design = (text: string): DesignModel => {
  const [key, status, from, to] = text.split(' ');
  return DesignModel.parse({ design: { key, status, ...(from ? { from } : {}), ...(to ? { to } : {}) } });
};
const day = (ms: number): string =>
  ms === always.from ? 'ever' : ms === always.until ? 'on' : new Date(ms).toISOString().slice(0, 10);

test.each([
  ['one that is in force since ever', ['a in-force'], 'a ever on'],
  [
    'one after the other',
    ['a in-force 2025-01-01 2026-01-01', 'b in-force 2026-01-01'],
    'a 2025-01-01 2026-01-01, b 2026-01-01 on',
  ],
  [
    'nothing in a gap',
    ['a in-force 2025-01-01 2025-06-01', 'b in-force 2026-01-01'],
    'a 2025-01-01 2025-06-01, b 2026-01-01 on',
  ],
  [
    'the first where two overlap',
    ['a in-force 2025-01-01', 'b in-force 2024-01-01'],
    'b 2024-01-01 2025-01-01, a 2025-01-01 on',
  ],
  ['no target, scenario or draft', ['a target', 'b scenario', 'c draft'], ''],
])('the eras are %s', (_, texts, expected) => {
  const told = erasOf(texts.map(design), 'UTC').map(
    (era) => `${era.design.design.key} ${day(era.from)} ${day(era.until)}`,
  );
  expect(told.join(', ')).toBe(expected);
});

test('an era begins at local midnight, and says the same as the design in force', () => {
  const designs = ['a in-force 2025-01-01 2026-01-01', 'b in-force 2026-01-01'].map(design);
  const [first, second] = erasOf(designs, 'Asia/Kathmandu');
  expect(new Date(second?.from ?? 0).toISOString()).toBe('2025-12-31T18:15:00.000Z');
  for (const instant of [(second?.from ?? 0) - 1, second?.from ?? 0]) {
    const era = instant < (second?.from ?? 0) ? first : second;
    expect(modelInForce(designs, instant, 'Asia/Kathmandu')).toBe(era?.design);
  }
});

test.each([
  ['its own time', { from: '2025-03-01', to: '2025-04-01' }, '2025-03-01 2025-04-01'],
  ['the time of its design, where it says none', {}, '2025-01-01 2026-01-01'],
  ['no longer than its design', { from: '2024-01-01', to: '2027-01-01' }, '2025-01-01 2026-01-01'],
  ['never, when its design came later', { to: '2025-01-01' }, 'never'],
])('a record holds for %s', (_, period, expected) => {
  const [era] = erasOf([design('a in-force 2025-01-01 2026-01-01')], 'UTC');
  const time = era && holds(era, period, 'UTC');
  expect(time ? `${day(time.from)} ${day(time.until)}` : 'never').toBe(expected);
});
