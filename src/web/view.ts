import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import type { ChoosablePeriod, WorkspaceCard } from '#api/workspace.ts';
import type { Opens } from '#model/opens.ts';
import type { Window } from '#model/window.ts';

const text = z.string().min(1).optional().catch(undefined);

/**
 * All that a page shows beyond what it is of, as its address says it. What is left out is the usual: all IT, all of the
 * evidence, its last instant, nothing opened.
 */
export const View = z.object({
  scope: text,
  period: text,
  vs: text,
  asOf: z.iso.date().optional().catch(undefined),
  open: text,
  dimension: text,
  band: text,
  upload: text,
  step: text,
  job: z.coerce.number().int().optional().catch(undefined),
});
export type View = z.infer<typeof View>;

export const useView = (): View => useSearch({ strict: false });

/** The same, with nothing opened and no file at hand: as another screen is gone to. */
export const closed = (view: View): View => ({
  ...view,
  open: undefined,
  upload: undefined,
  step: undefined,
  job: undefined,
});

/** Goes to the same page with something else in its address; what is undefined is taken out of it. */
export const useChange = (): ((change: Partial<View>) => void) => {
  const navigate = useNavigate();
  return (change) => {
    void navigate({ to: '.', search: (before: View) => ({ ...before, ...change }), resetScroll: false });
  };
};

/** `team:billing` as the cases of a figure that are looked at. */
export const whereOf = ({ scope }: View): Opens['where'] => {
  const [kind = '', ...key] = (scope ?? '').split(':');
  if (kind !== 'team' && kind !== 'capability') return undefined;
  return { scope: kind, key: key.join(':') };
};

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
export const comparedWith = (workspace: WorkspaceCard, { period, vs }: View): ChoosablePeriod | undefined => {
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
