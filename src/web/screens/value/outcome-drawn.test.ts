import { expect, test } from 'vitest';
import type { Effect } from '#api/outcomes.ts';
import { effectOf, type ShownOutcome, seriesOf } from './outcome-drawn.ts';

const mean = { value: 2, lower: 1, upper: 3 };

const effect = (
  initiative: string,
  liveOn: string | null,
  method?: 'interrupted-series' | 'difference-from-control',
): Effect => ({
  initiative,
  name: initiative,
  liveOn,
  sentence: '',
  moved: method === undefined ? null : 'up',
  better: null,
  grade: null,
  weaknesses: [],
  estimate:
    method === undefined
      ? null
      : {
          method,
          step: 'month',
          before: 12,
          after: 2,
          missing: 0,
          seasonal: false,
          seasonUnknown: false,
          carriedOver: 0,
          mean,
          level: mean,
          trend: mean,
          beside: [],
          apart: [],
          without: [
            { on: '2026-01-15', value: 5 },
            { on: '2026-02-15', value: 6 },
          ],
        },
});

const shown = (effects: readonly Effect[]): ShownOutcome => ({
  today: '2026-03-01',
  notices: [],
  outcome: {
    key: 'sold',
    name: 'Sold',
    kind: null,
    unit: null,
    direction: 'up',
    baseline: null,
    target: null,
    latest: null,
    measurements: 2,
    progress: null,
    openRivals: 0,
    initiatives: effects.length,
  },
  measurements: [],
  control: [{ on: '2026-01-15', value: 100 }],
  effects: [...effects],
  rivals: [],
  contribution: { grade: null, others: null, sentence: '' },
});

test('of several effects the one asked for is looked at, else one that can be told, else one that went live', () => {
  const [idle, live, told] = [
    effect('idle', null),
    effect('live', '2026-01-01'),
    effect('told', '2026-01-01', 'interrupted-series'),
  ];
  expect(effectOf({ effects: [idle, live, told] }, 'idle')).toBe(idle);
  expect(effectOf({ effects: [idle, live, told] }, 'no such one')).toBe(told);
  expect(effectOf({ effects: [idle, live] }, undefined)).toBe(live);
  expect(effectOf({ effects: [] }, undefined)).toBeUndefined();
});

test('its course without the change is drawn on the control where it is told as a difference from it', () => {
  const beside = effect('told', '2026-01-01', 'difference-from-control');
  expect(seriesOf(shown([beside]), beside).without).toEqual([{ on: '2026-01-15', value: 105 }]);
  const alone = effect('told', '2026-01-01', 'interrupted-series');
  expect(seriesOf(shown([alone]), alone).without).toEqual(alone.estimate?.without);
});
