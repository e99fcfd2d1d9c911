import { differenceOfIndependent } from '#model/statistics/independent-difference.ts';
import { defineSign, type Evidence, type Found } from './define.ts';

export const governanceAsFriction = defineSign({
  id: 'governance-as-friction',
  number: 8,
  title: 'Governance acts as friction',
  name: 'governance as friction',
  harm: 'Steps that add waiting and change nothing teach people to go around all of them, the useful ones too.',
  rules: [
    {
      id: 'layers',
      title: 'Few layers of approval',
      test: 'Mean layers of approval of a decision made in the window; approvals that are open side by side are one layer.',
      unit: 'layer',
      basis: {
        kind: 'figure',
        metric: 'decision.layers',
        breakpoints: {
          asDesigned: 1.5,
          worstTolerable: 2.5,
          twiceAsBad: 4,
          why: 'One decider, and a second for the larger half of matters; from three in a row on, nobody feels he decides. No outside norm exists.',
        },
      },
      says: (amount) => `a decision passes ${amount} one behind the other`,
      where: { kind: 'worse', metric: 'decision.layers', by: 'decision-type' },
    },
    {
      id: 'wait-per-layer',
      title: 'A layer answers soon',
      test: 'The mean over decisions made in the window of how long each of their layers of approval was open.',
      unit: 'day',
      basis: {
        kind: 'figure',
        metric: 'decision.layers/waitPerLayer',
        breakpoints: {
          asDesigned: 2,
          worstTolerable: 5,
          twiceAsBad: 10,
          why: 'Two days is somebody who looks daily; five is a weekly meeting met by chance. No outside norm exists.',
        },
      },
      says: (amount) => `each layer of approval takes ${amount}`,
      where: { kind: 'worse', metric: 'decision.layers/waitPerLayer', by: 'decision-type' },
    },
    {
      id: 'never-refuse',
      title: 'Approvals can refuse',
      test: 'The share of decisions that passed nobody who never refuses, as the rule governance.forums-decide reads it. It needs at least 50 known answers of a forum or role.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'governance.forums-decide' },
      tellsRest: true,
      says: (amount) => `${amount} of decisions pass somebody who as good as never refuses`,
      where: { kind: 'most', rule: 'governance.forums-decide', by: 'object' },
    },
    {
      id: 'uneven-paths',
      title: 'One type takes one path',
      test: 'The effective number of paths that decisions of one type take, as the rule governance.applied-evenly reads it.',
      unit: 'path',
      basis: { kind: 'rule', rule: 'governance.applied-evenly' },
      says: (amount) => `decisions of one type take ${amount} in effect`,
      where: { kind: 'most', rule: 'governance.applied-evenly', by: 'object' },
    },
    {
      id: 'layers-trend',
      title: 'Layers do not grow',
      test: "Mean layers of approval in the last whole planning period of the window less that in the one before. The workspace's own past is the threshold; it needs two such periods with five decisions each.",
      unit: 'layer',
      basis: {
        kind: 'own',
        standsOn: 'decision.layers by planning period',
        open: ['metric', 'show', 'decision.layers', '--by', 'period', '--period', 'quarter'],
        breakpoints: {
          asDesigned: 0,
          worstTolerable: 0.5,
          twiceAsBad: 1,
          why: 'Every second decision with a layer more than a period ago is a change of the model that nobody designed.',
        },
        look: growth,
      },
      says: (amount, beside = '') =>
        amount.startsWith('−')
          ? `approvals shrank by ${amount.slice(1)}${beside}`
          : `approvals grew by ${amount}${beside}`,
    },
    {
      id: 'status-items',
      title: 'Meetings decide',
      test: 'The share of items on the agendas of meetings held in the window, of all forums, that end in a decision: with a result, or with the decision taken on it on record. It needs recorded meetings with five items or more.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'decision.forum-decisions',
        breakpoints: {
          asDesigned: 0.6,
          worstTolerable: 0.4,
          twiceAsBad: 0.2,
          why: 'A forum informs in order to decide; when three items in five end in no decision, it is a report. No outside norm exists.',
        },
      },
      says: (amount) => `only ${amount} of what forums take up ends in a decision`,
      where: { kind: 'worse', metric: 'decision.forum-decisions', by: 'forum' },
    },
    {
      id: 'exceptions',
      title: 'Policies hold for all',
      test: 'Exceptions granted from policies, for each decision they apply to, and how they spread between teams.',
      unit: 'share',
      basis: {
        kind: 'unfed',
        needs: 'exceptions from policies are recorded without the team that has them and the decisions they apply to',
      },
      says: (amount) => `${amount} of cases are exceptions`,
    },
  ],
});

function growth({ layers }: Evidence): Found | string {
  const [last, present] = layers;
  if (!last || !present) return 'no two whole planning periods lie in the window';
  if (last.value === null || present.value === null) return 'too few decisions in one of the last two planning periods';
  const n = Math.min(last.n, present.n);
  const coverage = Math.min(last.coverage ?? 0, present.coverage ?? 0);
  const beside = ` from ${last.subject.period ?? 'one period'} to ${present.subject.period ?? 'the next'}`;
  const [a, b] = [estimateOf(present), estimateOf(last)];
  if (!a || !b) {
    return { value: present.value - last.value, n, lower: null, upper: null, interval: 'none', coverage, beside };
  }
  return { ...differenceOfIndependent(a, b), n, interval: 'difference', coverage, beside };
}

const estimateOf = ({ value, lower, upper }: Evidence['layers'][number]) =>
  value === null || lower === null || upper === null ? undefined : { value, lower, upper };
