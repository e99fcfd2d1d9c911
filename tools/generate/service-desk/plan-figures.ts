import { instantOf } from './clock.ts';
import { type Figures, type Span, sampled } from './figure.ts';
import type { Plan } from './plans.ts';
import { type InitiativeSpec, lives, type Quarter, quarters } from './portfolio.ts';
import type { PriorityList } from './priorities.ts';
import { median, quantile, share } from './statistics.ts';

/** What is true of how initiatives were planned, in the quarters that end in a span. */
export const planFigures = (
  some: readonly InitiativeSpec[],
  plans: readonly Plan[],
  lists: readonly PriorityList[],
  { from, until }: Span,
): Figures => {
  const ending = quarters.filter(({ to }) => instantOf(to, 0) > from && instantOf(to, 0) <= until);
  const moves = ending.flatMap((quarter) => some.flatMap(({ key }) => moveIn(quarter, key, plans)));
  const days = moves.filter((each) => each !== null);
  const drift = days.map(Math.abs);
  const worked = ending.flatMap((quarter) => some.flatMap((one) => workedIn(quarter, one, plans, lists)));
  const [apart, chosen] = [worked.filter(({ isApart }) => isApart), worked.filter(({ isApart }) => !isApart)];
  return {
    'flow.plan-drift': sampled(
      days.length,
      median(drift),
      { p85: quantile(drift, 0.85), movedLater: share(days, (each) => each > 0) },
      { unmatched: moves.length - days.length },
    ),
    'flow.surprises': {
      n: chosen.length,
      value: chosen.length < 5 ? null : share(chosen, ({ isLate }) => isLate),
      also: { operationalAndMandatory: apart.length < 5 ? null : share(apart, ({ isLate }) => isLate) },
    },
  };
};

/** How far an end moved in a quarter; null where a plan does not tell it, nothing where it is in none or over and gone. */
const moveIn = ({ from, to }: Quarter, key: string, plans: readonly Plan[]): (number | null)[] => {
  const [before, after] = [from, to].map((day) =>
    plans.findLast(({ on }) => on <= day)?.entries.find(({ initiative }) => initiative === key),
  );
  if (!after) {
    const ended = lives.get(key)?.ended;
    return !before || (ended !== undefined && ended <= to) ? [] : [null];
  }
  if (before?.plannedEnd === undefined || after.plannedEnd === undefined) return [null];
  return [(Date.parse(after.plannedEnd) - Date.parse(before.plannedEnd)) / 86_400_000];
};

const workedIn = (
  quarter: Quarter,
  { key, class: kind }: InitiativeSpec,
  plans: readonly Plan[],
  lists: readonly PriorityList[],
) => {
  const life = lives.get(key);
  const agreed = lists.find(({ period }) => period === quarter.key)?.approvedOn;
  if (!life || agreed === undefined) return [];
  if (life.begun >= quarter.to || (life.ended !== undefined && life.ended < quarter.from)) return [];
  const isKnown =
    life.begun <= agreed ||
    lists.some(({ approvedOn, order }) => approvedOn <= agreed && order.includes(key)) ||
    plans.some(({ on, entries }) => on <= agreed && entries.some(({ initiative }) => initiative === key));
  return [{ isApart: kind !== 'strategic', isLate: !isKnown }];
};
