import type { Minute } from './clock.ts';
import { type Figures, type Span, sampled, within } from './figure.ts';
import type { AgendaItem, Meeting } from './meetings.ts';
import { share, sum } from './statistics.ts';

/** One subject of a meeting, with where and when it was taken up. */
export type TakenUp = AgendaItem & { readonly forum: string; readonly at: Minute };

export const takenUp = (meetings: readonly Meeting[]): TakenUp[] =>
  meetings.flatMap(({ forum, at, agenda }) => agenda.map((item) => ({ ...item, forum, at })));

/** What is true about agendas. */
export const forumFigures = (all: readonly TakenUp[], span: Span): Figures => {
  const items = all.filter(({ at }) => within(at, span));
  const settled = ({ result, decision }: AgendaItem): boolean => result !== undefined || decision !== undefined;
  const timed = items.filter(({ minutes }) => minutes !== undefined);
  const minutes = (some: readonly TakenUp[]): number => sum(some.map((item) => item.minutes ?? 0));
  return {
    'decision.forum-decisions': sampled(items.length, share(items, settled), {
      ofMinutes: timed.length < 5 ? null : minutes(timed.filter(settled)) / minutes(timed),
      information: share(items, ({ kind }) => kind === 'information'),
      carriedOver: share(items, ({ kind }) => kind === 'carried-over'),
    }),
  };
};
