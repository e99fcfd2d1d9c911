import type { Window } from '#model/window.ts';
import type { ChoosablePeriod, WorkspaceCard } from './workspace.ts';

/** The period that is looked at, and what it is compared with; nothing where that is the usual. */
export type LookedAt = { readonly period?: string | undefined; readonly vs?: string | undefined };

export const periodCalled = ({ periods }: WorkspaceCard, key: string | undefined): ChoosablePeriod | undefined =>
  periods.find((period) => period.key === key);

/** The part of a period that holds evidence: where figures of it are read. */
export const windowOf = (workspace: WorkspaceCard, key: string | undefined): Window | undefined => {
  const period = periodCalled(workspace, key);
  if (!period || !workspace.span) return undefined;
  const { from, until } = workspace.span;
  return { from: later(period.from, from), until: later(period.until, until) === until ? period.until : until };
};

const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);

/** What a page is compared with: the period before, or the same one a year before. */
export const comparedWith = (workspace: WorkspaceCard, { period, vs }: LookedAt): ChoosablePeriod | undefined => {
  const current = currentPeriod(workspace, period);
  if (!current || vs === 'none') return undefined;
  const own = workspace.periods.filter(({ kind }) => kind === current.kind);
  const at = own.findIndex(({ key }) => key === current.key);
  const back = vs === 'year' ? { month: 12, quarter: 4, half: 2, year: 1, week: 52 }[current.kind] : 1;
  return own[at - back];
};

/** The period that is looked at; where all of the evidence is, its last whole planning period. */
export const currentPeriod = (workspace: WorkspaceCard, key: string | undefined): ChoosablePeriod | undefined =>
  key === undefined
    ? workspace.periods.findLast(({ kind, whole }) => kind === workspace.planningPeriod && whole)
    : periodCalled(workspace, key);

const mostPeriods = 12;

/** The periods of a kind up to the one that is looked at, for a course over time. */
export const periodsUpTo = (workspace: WorkspaceCard, key: string | undefined): readonly ChoosablePeriod[] => {
  const current = currentPeriod(workspace, key);
  if (!current) return [];
  return workspace.periods
    .filter(({ kind, from }) => kind === current.kind && from <= current.from)
    .slice(-mostPeriods);
};
