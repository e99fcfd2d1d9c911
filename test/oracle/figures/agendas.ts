import type { DesignModel } from '#model/design-model.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figurer, inside, type Scope, shown } from './reading.ts';
import { ratio, share, sum } from './sums.ts';

type Meeting = DesignModel['meetings'][number];

/** One subject of one meeting. */
export type AgendaCase = Meeting['agenda'][number] & { forum: string; held: number };

/** What was on the agendas of all meetings that were held by the time figures are read. */
export const agendasOf = ({ designs: [anyDesign], asOf }: OracleFacts): AgendaCase[] =>
  (anyDesign?.meetings ?? []).flatMap(({ forum, heldAt, agenda }) =>
    agenda.map((item) => ({ ...item, forum, held: Date.parse(heldAt) })).filter(({ held }) => held <= asOf),
  );

export const agendaSubject = ({ forum, capability }: AgendaCase, scope: Scope): string => {
  if (scope === 'forum') return forum;
  if (scope === 'capability') return capability ?? '(none)';
  throw new Error(`an agenda item has no ${scope}`);
};

const isSettled = ({ kind, result, decision }: AgendaCase): boolean =>
  kind === 'decision' && (result !== undefined || decision !== undefined);

export const forumDecisions: Figurer<AgendaCase> = ({ cases, window }) => {
  const items = cases.filter(({ held }) => inside(held, window));
  const n = items.length;
  const timed = items.filter(({ minutes }) => minutes !== undefined);
  const minutesOf = (some: readonly AgendaCase[]) => sum(some.map(({ minutes = 0 }) => minutes));
  const of = (kind: AgendaCase['kind']) =>
    shown(
      n,
      share(items, (item) => item.kind === kind),
    );
  return {
    value: shown(n, share(items, isSettled)),
    n,
    also: {
      ofMinutes: shown(timed.length, ratio(minutesOf(timed.filter(isSettled)), minutesOf(timed))),
      information: of('information'),
      carriedOver: of('carried-over'),
    },
  };
};
