import { expect, test } from 'vitest';
import { comparedWith, currentPeriod, type LookedAt, periodsUpTo, windowOf } from './looked-at.ts';
import type { WorkspaceCard } from './workspace.ts';

const quarters = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((key, index) => ({
  kind: 'quarter' as const,
  key,
  from: new Date(Date.UTC(2024, 9 + 3 * index)).toISOString(),
  until: new Date(Date.UTC(2024, 12 + 3 * index)).toISOString(),
  whole: index !== 4,
}));

const workspace = {
  planningPeriod: 'quarter',
  span: { from: '2024-10-01T00:00:00.000Z', until: '2025-11-15T00:00:00.000Z' },
  periods: [...quarters, { kind: 'month', key: '2025-10', from: '', until: '', whole: true }],
} as unknown as WorkspaceCard;

test.each<[string, LookedAt, string | undefined, string | undefined]>([
  ['the last whole planning period where all is looked at', {}, '2025-Q3', '2025-Q2'],
  ['the chosen period with the one before', { period: '2025-Q2' }, '2025-Q2', '2025-Q1'],
  ['the same a year before, where that is asked for', { period: '2025-Q4', vs: 'year' }, '2025-Q4', '2024-Q4'],
  ['nothing where none is before', { period: '2024-Q4' }, '2024-Q4', undefined],
  ['nothing where none is a year before', { period: '2025-Q2', vs: 'year' }, '2025-Q2', undefined],
  ['nothing where that is asked for', { period: '2025-Q2', vs: 'none' }, '2025-Q2', undefined],
  ['nothing of a period that is not known', { period: '1999-Q1' }, undefined, undefined],
])('what is compared is %s', (_, view, current, before) => {
  expect(currentPeriod(workspace, view.period)?.key).toBe(current);
  expect(comparedWith(workspace, view)?.key).toBe(before);
});

test('a period is read as far as there is evidence', () => {
  expect(windowOf(workspace, '2025-Q4')).toEqual({
    from: '2025-10-01T00:00:00.000Z',
    until: '2025-11-15T00:00:00.000Z',
  });
  expect(windowOf(workspace, undefined)).toBeUndefined();
});

test('a course has the periods of one kind up to the one that is looked at', () => {
  expect(periodsUpTo(workspace, '2025-Q2').map(({ key }) => key)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2']);
});
