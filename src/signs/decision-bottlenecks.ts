import { placeName } from '#model/record-names.ts';
import { defineSign, type Evidence, type Found } from './define.ts';
import { fewest } from './found.ts';

export const decisionBottlenecks = defineSign({
  id: 'decision-bottlenecks',
  number: 3,
  title: 'Decisions are a bottleneck',
  name: 'decision bottlenecks',
  harm: 'Work that waits for a decision is invisible in every plan, and its delay adds up through all that follows.',
  rules: [
    {
      id: 'target-time',
      title: 'Decisions meet their target time',
      test: 'The share of decisions made within the time that their right states, on its clock, as the rule governance.within-target-time reads it. It needs rights with a target (within: …).',
      unit: 'share',
      basis: { kind: 'rule', rule: 'governance.within-target-time' },
      says: (amount) => `only ${amount} of decisions are made within their target time`,
      where: { kind: 'most', rule: 'governance.within-target-time', by: 'decision-type' },
    },
    {
      id: 'escalation',
      title: 'Decisions go up before they are made',
      test: 'The share of decisions made in the window with at least one escalation. How many levels they go up stands beside the figure and is no rule of its own: it would see the same cases again, and one thing would call the sign alone.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'decision.escalation-rate',
        breakpoints: {
          asDesigned: 0.1,
          worstTolerable: 0.25,
          twiceAsBad: 0.5,
          why: 'Escalation is for the exception; when every fourth decision needs it, the level below is not trusted to decide. No outside norm exists.',
        },
      },
      says: (amount) => `${amount} of decisions go up a level before somebody makes them`,
      where: { kind: 'worse', metric: 'decision.escalation-rate', by: 'decision-type' },
    },
    {
      id: 'revisited',
      title: 'Decisions are discussed again without result',
      test: 'The share of decisions made in the window that were discussed or sent back at least once before. It needs a log that tells of either.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'decision.reopen-rate/revisited',
        breakpoints: {
          asDesigned: 0.2,
          worstTolerable: 0.4,
          twiceAsBad: 0.7,
          why: 'A matter may need a second look; where two in five come back, they are put up too early or nobody wants to decide. No outside norm exists.',
        },
      },
      says: (amount) => `${amount} of decisions are discussed or sent back before they are made`,
      where: { kind: 'worse', metric: 'decision.reopen-rate/revisited', by: 'decision-type' },
    },
    {
      id: 'unclear-right',
      title: 'It is not settled who decides',
      test: 'The share of decisions raised in the window for which no right in force held, or for which the rights name different deciders.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'decision.unclear-right',
        breakpoints: {
          asDesigned: 0.02,
          worstTolerable: 0.1,
          twiceAsBad: 0.25,
          why: 'The design is meant to name one decider for every matter that comes up; one in ten without is no rare case any more. No outside norm exists.',
        },
      },
      says: (amount) => `for ${amount} of decisions it is not settled who decides`,
      where: { kind: 'worse', metric: 'decision.unclear-right', by: 'decision-type' },
    },
    {
      id: 'queue',
      title: 'Decisions queue before one decider',
      test: 'Of the roles and forums that the design in force gives a right, the one with most decisions open at the end of the window, on items that are not over: how many days these take at the rate at which it decided in the window, or since its first decision (open ÷ decided per day). The interval takes both as counts of events. Fewer than five decided are too few. Where the rights of its decisions state target times, their median is the worst that is tolerable.',
      unit: 'day',
      basis: {
        kind: 'own',
        standsOn: 'open and decided decisions by decider',
        open: ['metric', 'rows', 'decision.latency'],
        breakpoints: {
          asDesigned: 5,
          worstTolerable: 10,
          twiceAsBad: 20,
          why: 'Two weeks of work at rest before one person or table. No outside norm exists, and a target time in the rights comes first.',
        },
        look: clearingTime,
      },
      says: (amount, beside) =>
        `what waits before ${beside ?? 'one decider'} takes ${amount} at the rate at which it decides`,
    },
  ],
});

/** Half the width of a 95 % interval of the root of a count of events: its variance is a quarter, whatever the count. */
const halfWidth = 0.98;

const countBounds = (count: number) => ({
  lower: Math.max(0, Math.sqrt(count) - halfWidth) ** 2,
  upper: (Math.sqrt(count) + halfWidth) ** 2,
});

/** Both counts could have come out otherwise: a handful of open decisions is no queue for sure, however slow the pace. */
function clearingTime({ queue, names }: Evidence): Found | string {
  if (queue === null) return 'no decision stands before anybody who has the right to make it today';
  const { open, decided, days, target } = queue;
  const decider = placeName(names, 'object', queue.decider);
  if (decided < fewest) return `too few: ${decider} made ${decided} of at least ${fewest} decisions`;
  const [waiting, made] = [countBounds(open), countBounds(decided)];
  return {
    value: (open * days) / decided,
    n: decided,
    lower: (waiting.lower * days) / made.upper,
    upper: (waiting.upper * days) / made.lower,
    interval: 'event-counts',
    coverage: 1,
    beside: `${decider} (${open} open)`,
    ...(target === null ? {} : { judgedBy: byTarget(target) }),
  };
}

const byTarget = (target: number): NonNullable<Found['judgedBy']> => ({
  asDesigned: target / 2,
  worstTolerable: target,
  twiceAsBad: 2 * target,
  from: 'design',
  why: 'A queue that takes as long as the rights allow for the whole decision leaves no time to decide.',
});
