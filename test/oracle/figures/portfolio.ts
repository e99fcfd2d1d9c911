import type { DesignModel } from '#model/design-model.ts';
import { day, midnight, nextDay } from '../clock.ts';
import { given, type Item } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figurer, type ItemFigure, inside, type Scope, shown } from './reading.ts';
import { mean, median, percentile, share } from './sums.ts';

type End = DesignModel['dependencies'][number]['from'];

const recordsOf = ({ designs: [model] }: OracleFacts) => ({
  dependencies: model?.dependencies ?? [],
  demands: model?.demands ?? [],
  initiatives: model?.initiatives ?? [],
});

const itemCalled = ({ items }: OracleFacts, ref: { source: string; item: string } | undefined): Item | undefined =>
  items.find(({ source, key }) => source === ref?.source && key === ref.item);

const teamOf = (facts: OracleFacts, { team, initiative, work }: End): string | null => {
  if (team !== undefined) return team;
  if (work !== undefined) return itemCalled(facts, work)?.team ?? null;
  return recordsOf(facts).initiatives.find(({ key }) => key === initiative)?.team ?? null;
};

/** What is open at the end of the window or when figures are read, whichever is first, with the end that it holds up. */
const openLinks = (facts: OracleFacts, until: number) =>
  recordsOf(facts).dependencies.flatMap(({ kind, from, to, raisedAt, resolvedAt }) => {
    const raised = Date.parse(raisedAt);
    const resolved = resolvedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt);
    const isRaised = raised < until && raised <= facts.asOf;
    const isOpen = resolved > until || resolved > facts.asOf;
    const [held, other] = kind === 'blocks' ? [to, from] : [from, to];
    return isRaised && isOpen ? [{ kind, raised, held, team: teamOf(facts, other) }] : [];
  });

const holds = ({ work, initiative }: End, item: Item): boolean =>
  (work?.source === item.source && work.item === item.key) ||
  (initiative !== undefined && initiative === item.initiative);

export const dependencies: ItemFigure = ({ cases, window, facts }) => {
  const until = window.until;
  const links = openLinks(facts, until);
  const isTold = recordsOf(facts).dependencies.some(({ raisedAt }) => {
    const raised = Date.parse(raisedAt);
    return raised < until && raised <= facts.asOf;
  });
  const working = cases.filter(({ start, end }) => start !== null && start < until && (end === null || end > until));
  const told = (isTold ? working : []).flatMap((item) => {
    const own = links.filter(({ held }) => holds(held, item));
    if (own.some(({ team }) => team === null) || (own.length > 0 && item.team === null)) return [];
    const crossing = own.filter(({ team }) => team !== item.team);
    const blocks = crossing.filter(({ kind }) => kind === 'blocks');
    return [{ blocks: blocks.map(({ raised }) => raised), needs: crossing.length - blocks.length }];
  });
  const n = told.length;
  const days = told
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ blocks }) => (Math.min(until, facts.asOf) - Math.min(...blocks)) / day);
  return {
    value: shown(n, mean(told.map(({ blocks }) => blocks.length))),
    n,
    also: {
      heldUp: shown(
        n,
        share(told, ({ blocks }) => blocks.length > 0),
      ),
      daysHeldUp: shown(days.length, median(days)),
      needs: shown(n, mean(told.map(({ needs }) => needs))),
    },
  };
};

/** One demand that was asked by the time figures are read. */
export type Idea = {
  asked: number;
  accepted: number | null;
  delivered: number | null;
  isLinked: boolean;
  team: string;
  capability: string;
  type: string;
};

const none = '(none)';

export const ideasOf = (facts: OracleFacts): Idea[] => {
  const known = (instant: number): number | null => (instant <= facts.asOf ? instant : null);
  return recordsOf(facts).demands.flatMap(({ askedAt, acceptedAt, becomes }): Idea[] => {
    const asked = known(Date.parse(askedAt));
    if (asked === null) return [];
    const refs = becomes?.items ?? [];
    const items = refs.map((ref) => itemCalled(facts, ref));
    const initiative = recordsOf(facts).initiatives.find(({ key }) => key === becomes?.initiative);
    const zone = facts.calendar.timeZone;
    const over = initiative?.actualEnd === undefined ? null : known(midnight(nextDay(initiative.actualEnd), zone));
    const kept = items.filter((item) => item?.status !== 'cancelled');
    const done = given(kept.map((item) => (item?.status === 'done' ? item : null))).sort(lastFirst);
    const isOver = kept.length === done.length && (becomes?.initiative === undefined || over !== null);
    const ends = given([done[0]?.end ?? null, over]);
    return [
      {
        asked,
        accepted: acceptedAt === undefined ? null : known(Date.parse(acceptedAt)),
        delivered: isOver && ends.length > 0 ? Math.max(...ends) : null,
        isLinked: refs.length > 0 || becomes?.initiative !== undefined,
        team: becomes?.initiative === undefined ? (done[0]?.team ?? none) : (initiative?.team ?? none),
        capability: done[0]?.capability ?? none,
        type: done[0]?.type ?? none,
      },
    ];
  });
};

/** Of several done at one instant, the last by source and key. */
const lastFirst = (a: Item, b: Item): number => {
  const [one, other] = [`${a.source} ${a.key}`, `${b.source} ${b.key}`];
  return (b.end ?? 0) - (a.end ?? 0) || (one < other ? 1 : -1);
};

export const ideaSubject = (idea: Idea, scope: Scope): string => {
  if (scope === 'team') return idea.team;
  if (scope === 'capability') return idea.capability;
  if (scope === 'item-type') return idea.type;
  throw new Error(`a demand has no ${scope}`);
};

export const leadTime: Figurer<Idea> = ({ cases, window }) => {
  const delivered = cases.filter((idea) => inside(idea.delivered, window));
  const days = delivered.map(({ asked, delivered: at }) => ((at ?? asked) - asked) / day);
  const toAccepted = given(
    delivered.map(({ asked, accepted }) => (accepted === null ? null : (accepted - asked) / day)),
  );
  const n = days.length;
  return {
    value: shown(n, median(days)),
    n,
    also: {
      p85: shown(n, percentile(days, 0.85)),
      p95: shown(n, percentile(days, 0.95)),
      mean: shown(n, mean(days)),
      toAccepted: shown(toAccepted.length, median(toAccepted)),
    },
  };
};
