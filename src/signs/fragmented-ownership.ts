import { holdsOn } from '#model/period.ts';
import { defineSign, type Evidence, type Found } from './define.ts';
import { complete, fewest } from './found.ts';

export const fragmentedOwnership = defineSign({
  id: 'fragmented-ownership',
  number: 2,
  title: 'Ownership is fragmented',
  name: 'fragmented ownership',
  harm: 'Where nobody, or everybody, answers for a thing, work is passed around and nobody is asked for the result.',
  rules: [
    {
      id: 'exactly-one',
      title: 'Exactly one team is accountable',
      test: 'Of the capabilities and services of the design in force on the last day of the window, the share for which not exactly one team is accountable on that day. A capability without an owner of its own has the one of the capability above it; a service has its `owner` where no ownership names another. A check of the design alone: it needs five such records and one ownership.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'ownerships of the design in force',
        open: ['conform', '--rule', 'structure.work-by-owner'],
        breakpoints: {
          asDesigned: 0,
          worstTolerable: 0.1,
          twiceAsBad: 0.25,
          why: 'The design is meant to name exactly one for each; with one in ten open, questions of ownership are no longer rare. No outside norm exists.',
        },
        look: withoutOneOwner,
      },
      says: (amount, beside) =>
        `for ${amount} of capabilities and services the design does not name exactly one accountable team${beside ?? ''}`,
    },
    {
      id: 'acting-teams',
      title: 'One team acts for one object',
      test: 'The effective number of teams that act for an object with an accountable team, as the rule structure.one-team-acts reads it.',
      unit: 'team',
      basis: { kind: 'rule', rule: 'structure.one-team-acts' },
      says: (amount) => `${amount} in effect act for what one team answers for`,
      where: { kind: 'most', rule: 'structure.one-team-acts', by: 'object' },
    },
    {
      id: 'work-by-others',
      title: 'The accountable team does the work',
      test: 'The share of active time that the accountable team spends itself, as the rule structure.work-by-owner reads it.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'structure.work-by-owner' },
      says: (amount) => `only ${amount} of the time of work is spent by the team that answers for it`,
      where: { kind: 'most', rule: 'structure.work-by-owner', by: 'capability' },
    },
    {
      id: 'ring',
      title: 'Items go round in a ring',
      test: 'The share of items done in the window that came back to the team they had just left (A, B, A).',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'flow.ping-pong',
        breakpoints: {
          asDesigned: 0.02,
          worstTolerable: 0.08,
          twiceAsBad: 0.16,
          why: 'A question sent back now and then is good work; from one item in twelve on it is how teams find out whose it is. No outside norm exists.',
        },
      },
      says: (amount) => `${amount} of items are sent straight back to the team they came from`,
      where: { kind: 'worse', metric: 'flow.ping-pong', by: 'team' },
    },
    {
      id: 'whose-is-it',
      title: 'Decisions wait for an owner',
      test: 'Of all time between raised and decided, the share that passes before the first step on decisions for which the rights name not exactly one decider, or that were moved sideways. It needs rights in the design, or levels in the log.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'decision.latency/whoseIsIt',
        breakpoints: {
          asDesigned: 0.02,
          worstTolerable: 0.1,
          twiceAsBad: 0.2,
          why: 'With a tenth of all time to decide spent before anybody takes an unowned matter up, ownership and not the matter sets the pace. No outside norm exists.',
        },
      },
      says: (amount) =>
        `${amount} of the time to decide passes before anybody takes up a matter that is not clearly anybody's`,
      where: { kind: 'worse', metric: 'decision.latency/whoseIsIt', by: 'decision-type' },
    },
  ],
});

/** A complete count of what the design says; there is no sample in it, and so no interval. */
function withoutOneOwner({ design, day }: Evidence): Found | string {
  const accountable = design.ownerships.filter((each) => each.as === 'accountable' && holdsOn(each, day));
  if (accountable.length === 0) return 'the design states no ownership (as: accountable)';
  const owners = (kind: 'capability' | 'service', key: string): number =>
    new Set(accountable.filter((each) => each[kind] === key).map(({ team }) => team)).size;
  const parents = new Map<string, string | undefined>(design.capabilities.map(({ key, parent }) => [key, parent]));
  const counts = [
    ...design.capabilities.map(({ key }) => nearest(key, parents, (each) => owners('capability', each))),
    ...design.services.map(({ key, owner }) => owners('service', key) || (owner === undefined ? 0 : 1)),
  ];
  if (counts.length < fewest) return `too few capabilities and services: ${counts.length} of at least ${fewest}`;
  const none = counts.filter((each) => each === 0).length;
  const several = counts.filter((each) => each > 1).length;
  const beside = ` (${none} with none, ${several} with several)`;
  return { ...complete((none + several) / counts.length, counts.length), beside };
}

/** The number of owners of a thing, or of the nearest above it that has any. */
const nearest = (
  key: string,
  parents: ReadonlyMap<string, string | undefined>,
  owners: (key: string) => number,
): number => {
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !seen.has(at); at = parents.get(at)) {
    seen.add(at);
    const own = owners(at);
    if (own > 0) return own;
  }
  return 0;
};
