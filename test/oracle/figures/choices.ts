import type { DesignModel } from '#model/design-model.ts';
import { localDay } from '../clock.ts';
import { designAt } from '../designs.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { type Figurer, inside, type Scope, shown } from './reading.ts';
import { share } from './sums.ts';

type Decision = DesignModel['decisions'][number];
type List = DesignModel['priorityLists'][number];

/** One decision on record that was made by the time figures are read, and that no other such decision corrects. */
export type Choice = Decision & { decided: number; decides: string | null; ranks: Ranks };

/** Null where it is not between two things that could be ranked; places null where no list of the day ranks both. */
type Ranks = { favoured: number; other: number } | 'unranked' | null;

export const choicesOf = (facts: OracleFacts): Choice[] => {
  const { designs, asOf, calendar } = facts;
  const made = (designs[0]?.decisions ?? []).flatMap((decision) => {
    const decided = decision.decidedAt === undefined ? null : Date.parse(decision.decidedAt);
    return decided !== null && decided <= asOf ? [{ ...decision, decided }] : [];
  });
  return made
    .filter(({ key }) => !made.some((other) => other.corrects === key))
    .map((decision) => {
      const inForce = designAt(designs, Date.parse(decision.raisedAt), calendar.timeZone);
      const knowing = [...(inForce ? [inForce] : []), ...designs].find(({ decisionTypes }) =>
        decisionTypes.some(({ key }) => key === decision.type),
      );
      const decides = knowing?.decisionTypes.find(({ key }) => key === decision.type)?.decides ?? null;
      return { ...decision, decides, ranks: ranksOf(decision, facts) };
    });
};

type Thing = { initiative?: string | undefined; goal?: string | undefined };

const placeOn = (list: List, { initiative, goal }: Thing): number | null => {
  const entry = list.ranking.find(
    (rank) =>
      (initiative !== undefined && rank.initiative === initiative) || (goal !== undefined && rank.goal === goal),
  );
  return entry?.rank ?? null;
};

const isThing = ({ initiative, goal }: Thing): boolean => initiative !== undefined || goal !== undefined;

const ranksOf = (decision: Decision & { decided: number }, { designs: [model], calendar }: OracleFacts): Ranks => {
  const favoured = decision.options.find(({ key }) => key === decision.favoured);
  if (!favoured || !isThing(favoured)) return null;
  const others = [...decision.options, ...decision.deferred].filter((thing: Thing) => {
    const same =
      (thing.initiative !== undefined && thing.initiative === favoured.initiative) ||
      (thing.goal !== undefined && thing.goal === favoured.goal);
    return isThing(thing) && !same;
  });
  if (others.length === 0) return null;
  const day = localDay(decision.decided, calendar.timeZone);
  for (const list of model ? standingOn(model, day) : []) {
    const own = placeOn(list, favoured);
    const places = given(others.map((other) => placeOn(list, other)));
    if (own !== null && places.length > 0) return { favoured: own, other: Math.min(...places) };
  }
  return 'unranked';
};

const ofGoals = ({ ranking }: List): boolean => ranking[0]?.goal !== undefined;

/** Of each period that holds the day, and of each kind, the last list approved by then; the last of these first. */
const standingOn = ({ planningPeriods, priorityLists }: DesignModel, day: string): List[] =>
  planningPeriods
    .filter(({ from, to }) => from <= day && day < to)
    .flatMap((period) =>
      [true, false].flatMap((goals) => {
        const approved = priorityLists.filter(
          (list) => list.period === period.key && list.approvedOn <= day && ofGoals(list) === goals,
        );
        const last = approved.toSorted((a, b) => (a.approvedOn < b.approvedOn ? 1 : -1))[0];
        return last ? [{ last, days: Date.parse(period.to) - Date.parse(period.from) }] : [];
      }),
    )
    .sort((a, b) => {
      if (a.last.approvedOn !== b.last.approvedOn) return a.last.approvedOn < b.last.approvedOn ? 1 : -1;
      return a.days - b.days || priorityLists.indexOf(a.last) - priorityLists.indexOf(b.last);
    })
    .map(({ last }) => last);

export const choiceSubject = ({ type, subject }: Choice, scope: Scope): string => {
  if (scope === 'decision-type') return type;
  if (scope === 'team') return subject?.team ?? '(none)';
  if (scope === 'capability') return subject?.capability ?? '(none)';
  throw new Error(`a decision on record has no ${scope}`);
};

const hasReason = ({ rationale }: Choice): boolean => rationale !== undefined && /\S/.test(rationale);

export const priorityConsistency: Figurer<Choice> = ({ cases, window }) => {
  const ranked = cases.flatMap((choice) =>
    inside(choice.decided, window) && choice.ranks !== null && choice.ranks !== 'unranked'
      ? [{ choice, against: choice.ranks.favoured > choice.ranks.other }]
      : [],
  );
  const n = ranked.length;
  const exceptions = ranked.filter(({ against }) => against);
  return {
    value: shown(
      n,
      share(ranked, ({ against }) => !against),
    ),
    n,
    also: {
      exceptions: exceptions.length,
      exceptionsExplained: shown(
        exceptions.length,
        share(exceptions, ({ choice }) => hasReason(choice)),
      ),
    },
  };
};

export const explicitTradeOffs: Figurer<Choice> = ({ cases, window }) => {
  const taken = cases.filter(
    ({ decided, decides }) => inside(decided, window) && (decides === 'prioritise' || decides === 'fund'),
  );
  const n = taken.length;
  const weighs = ({ options }: Choice) => options.length >= 2;
  const tellsImpact = ({ deferred }: Choice) => deferred.some(({ costPerMonth }) => costPerMonth !== undefined);
  const of = (holds: (choice: Choice) => boolean) => shown(n, share(taken, holds));
  return {
    value: of((choice) => weighs(choice) && tellsImpact(choice) && hasReason(choice)),
    n,
    also: {
      optionsWeighed: of(weighs),
      deferredNamed: of(({ deferred }) => deferred.length > 0),
      impactTold: of(tellsImpact),
      rationaleGiven: of(hasReason),
    },
  };
};
