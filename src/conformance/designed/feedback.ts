import { parseIsoDate } from '#model/calendar/civil.ts';
import { localDay, startOfLocalDay } from '#model/calendar/local.ts';
import { endOf } from '#model/chain-link.ts';
import type { DesignModel } from '#model/design-model.ts';
import { dueOn, type Outcome } from '#model/outcome.ts';
import type { Review } from '#model/review.ts';
import type { ConformanceContext } from '../context.ts';
import type { DesignedTable } from '../ground.ts';

/**
 * What came back from measurements, surveys and reviews, and whether a decision or an action followed within one review
 * cadence of the design of that day; null where nothing tells what a decision about it would be about.
 *
 * It is there once that cadence is over, answered or not: else what was answered early would stand against nothing.
 */
export const feedback: DesignedTable = {
  name: 'feedback',
  columns: { object: 'text', what: 'text', said_at: 'double', answered: 'boolean', cadence: 'double' },
  rows: ({ context, eras }) => {
    const today = localDay(context.asOf, context.timeZone);
    return eras.flatMap(({ design, from, until }) => {
      const cadence = reviewCadence(design);
      if (cadence === undefined) return [];
      return signalsOf(design, context).flatMap(({ object, what, day, answers }) => {
        const saidAt = startOfLocalDay(day, context.timeZone);
        if (day + cadence >= today || saidAt < from || saidAt >= until) return [];
        const answered = answers?.some((answer) => answer >= day && answer <= day + cadence) ?? null;
        return [[object, what, saidAt, answered, cadence]];
      });
    });
  },
};

/** The days in which every review of a design has had its turn: the cadence of the slowest; undefined where none has one. */
export const reviewCadence = ({ channels, forums }: DesignModel): number | undefined => {
  const days = channels
    .filter(({ kind }) => kind === 'review')
    .map(({ cadenceDays, forum }) => cadenceDays ?? forums.find(({ key }) => key === forum)?.cadenceDays)
    .filter((cadence) => cadence !== undefined);
  return days.length === 0 ? undefined : Math.max(...days);
};

/** Something that asks for a decision or an action, and the days of those that would answer it, as day numbers. */
type Signal = {
  readonly object: string;
  readonly what: string;
  readonly day: number;
  readonly answers: readonly number[] | null;
};

const signalsOf = (design: DesignModel, context: ConformanceContext): Signal[] => {
  const made = daysOfDecisions(design, context);
  const measured = design.outcomes.flatMap((outcome) => {
    const givers = giversOf(design, outcome);
    const answers = givers.size === 0 ? null : answersAbout(design, givers, made);
    return offTarget(outcome).map((signal) => ({ object: outcome.key, ...signal, answers }));
  });
  const ofReviews = design.reviews.map((review) => ({
    object: review.forum,
    what: 'a review was held',
    day: parseIsoDate(review.on),
    answers: answersOf(design, review, made),
  }));
  const all = ofReviews.flatMap(({ answers }) => answers);
  const surveyed = design.surveys
    .filter(({ key }) => design.responses.some(({ survey }) => survey === key))
    .flatMap(({ key, closesOn }) =>
      closesOn === undefined
        ? []
        : [{ object: key, what: 'a survey was answered', day: parseIsoDate(closesOn), answers: all }],
    );
  return [...measured, ...surveyed, ...ofReviews];
};

/** Measurements on the wrong side of the straight line from the baseline to the target, which stays from its day on. */
const offTarget = (outcome: Outcome): Pick<Signal, 'what' | 'day'>[] =>
  outcome.measurements.flatMap(({ on, value }) => {
    const due = dueOn(outcome, on);
    if (due === undefined || outcome.direction === undefined) return [];
    const isOff = outcome.direction === 'up' ? value < due : value > due;
    return isOff
      ? [{ day: parseIsoDate(on), what: `${value} was measured where ${Number(due.toFixed(3))} was due` }]
      : [];
  });

/** The local days on which decisions on record were made. */
const daysOfDecisions = ({ decisions }: DesignModel, { timeZone }: ConformanceContext): ReadonlyMap<string, number> =>
  new Map(
    decisions.flatMap(({ key, decidedAt }) =>
      decidedAt === undefined ? [] : [[key, localDay(Date.parse(decidedAt), timeZone)] as const],
    ),
  );

/** What came of a review: the decisions that it took or that were due in it, and actions on what was found, on its own day. */
const answersOf = (
  design: DesignModel,
  { on, agenda, decisions }: Review,
  made: ReadonlyMap<string, number>,
): number[] => {
  const named = [...decisions, ...agenda.flatMap(({ decision }) => decision ?? [])];
  const acts = agenda.some(({ finding }) => design.findings.some(({ key, action }) => key === finding && action));
  return [...named.flatMap((key) => made.get(key) ?? []), ...(acts ? [parseIsoDate(on)] : [])];
};

/** What leads to an outcome by links of the chain, however many lie between, as `capability billing`. */
const giversOf = ({ chainLinks }: DesignModel, { key }: Outcome): ReadonlySet<string> => {
  const givers = new Set<string>();
  const reached = [`outcome ${key}`];
  for (const name of reached)
    for (const { giver, receiver } of chainLinks) {
      const from = nameOf(endOf(giver));
      if (nameOf(endOf(receiver)) !== name || givers.has(from)) continue;
      givers.add(from);
      reached.push(from);
    }
  return givers;
};

const nameOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`;

/** Decisions on something that leads to an outcome, and actions on what was found of it, on the day of their review. */
const answersAbout = (
  { decisions, findings, reviews }: DesignModel,
  givers: ReadonlySet<string>,
  made: ReadonlyMap<string, number>,
): number[] => {
  const isAbout = (subject: Subject = {}): boolean =>
    Object.entries(subject).some(([kind, key]) => typeof key === 'string' && givers.has(nameOf({ kind, key })));
  const acted = new Set(findings.filter(({ action, scope }) => action && isAbout(scope)).map(({ key }) => key));
  return [
    ...decisions.filter(({ subject }) => isAbout(subject)).flatMap(({ key }) => made.get(key) ?? []),
    ...reviews
      .filter(({ agenda }) => agenda.some(({ finding }) => finding !== undefined && acted.has(finding)))
      .map(({ on }) => parseIsoDate(on)),
  ];
};

type Subject = Readonly<Record<string, unknown>>;
