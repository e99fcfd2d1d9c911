import { defineSign, type Evidence, type Found } from './define.ts';

export const flowBreakdown = defineSign({
  id: 'flow-breakdown',
  number: 4,
  title: 'Flow breaks down',
  name: 'a breakdown of flow',
  harm: 'Work that lies still costs as much as work that is done, and what it was for comes late.',
  rules: [
    {
      id: 'efficiency',
      title: 'Work is worked on',
      test: 'Of the time that is known to be work or waiting, from start to end of the items done in the window, the share in which somebody works.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'flow.flow-efficiency',
        breakpoints: {
          asDesigned: 0.4,
          worstTolerable: 0.2,
          twiceAsBad: 0.1,
          why: 'Published figures of unmanaged work lie at 5 to 15%, and 40% is called good; at one fifth, four days lie still for each day of work.',
        },
      },
      says: (amount) => `work is worked on for only ${amount} of its time`,
      where: { kind: 'part', metric: 'flow.waiting', by: 'stage' },
    },
    {
      id: 'boundaries',
      title: 'Waiting falls at team boundaries',
      test: 'Of all waiting of the items done in the window, the share between a hand-over and the first action of the receiver.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'flow.waiting/atBoundaries',
        breakpoints: {
          asDesigned: 0.1,
          worstTolerable: 0.3,
          twiceAsBad: 0.6,
          why: 'Some waiting for the next team is queueing like any other; at three tenths the boundaries themselves are a main cause. No outside norm exists.',
        },
      },
      says: (amount) => `${amount} of all waiting lies between a hand-over and the first action of the next team`,
      where: { kind: 'worse', metric: 'flow.waiting/atBoundaries', by: 'team' },
    },
    {
      id: 'hand-overs',
      title: 'Work passes through many teams',
      test: 'Mean changes of team of an item done in the window.',
      unit: 'hand-over',
      basis: {
        kind: 'figure',
        metric: 'flow.handoffs',
        breakpoints: {
          asDesigned: 1,
          worstTolerable: 2,
          twiceAsBad: 4,
          why: 'One hand-over is a desk that passes work on; from three teams on, nobody knows the whole. No outside norm exists.',
        },
      },
      says: (amount) => `an item changes team ${amount} times on average`,
      where: { kind: 'worse', metric: 'flow.handoffs', by: 'team' },
    },
    {
      id: 'blocked-by-others',
      title: 'Work is blocked by other teams',
      test: 'The share of items in progress at the end of the window that an open dependency on something of another team blocks. It needs dependencies on record.',
      unit: 'share',
      basis: {
        kind: 'figure',
        metric: 'flow.dependencies/heldUp',
        breakpoints: {
          asDesigned: 0.1,
          worstTolerable: 0.3,
          twiceAsBad: 0.6,
          why: 'Where several teams build one thing, one item in ten waits for another team; at three in ten the plan of a team is made by the others. No outside norm exists.',
        },
      },
      says: (amount) => `${amount} of the work in progress is held up by other teams`,
      where: { kind: 'worse', metric: 'flow.dependencies/heldUp', by: 'team' },
    },
    {
      id: 'over-limit',
      title: 'Work stays within its limits',
      test: 'The share of stage-days with no more work in a stage than its limit allows, as the rule delivery.wip-within-limits reads it. It needs stages with a limit (wipLimit).',
      unit: 'share',
      basis: { kind: 'rule', rule: 'delivery.wip-within-limits' },
      tellsRest: true,
      says: (amount) => `on ${amount} of stage-days more work lies in a stage than its limit allows`,
      where: { kind: 'most', rule: 'delivery.wip-within-limits', by: 'object' },
    },
    {
      id: 'target-time',
      title: 'Work is done within its target time',
      test: 'The share of work done within the time that its workflow states, as the rule delivery.within-target reads it. It needs workflows with targets.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'delivery.within-target' },
      says: (amount) => `only ${amount} of work is done within its target time`,
      where: { kind: 'most', rule: 'delivery.within-target', by: 'team' },
    },
    {
      id: 'ageing',
      title: 'Work in progress ages',
      test: 'The share of items in progress at the end of the window that are older than 85% of those done in the window took. Old work is met more often than young work, so the share to expect is not 15%: it is the share of all flow time of the done items that lies beyond that age.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'flow.wip-age/olderThanP85',
        open: ['metric', 'rows', 'flow.wip-age'],
        breakpoints: {
          asDesigned: 0.15,
          worstTolerable: 0.35,
          twiceAsBad: 0.6,
          why: 'Used where fewer than five items were done in the window. No outside norm exists.',
        },
        look: ageing,
      },
      says: (amount) => `${amount} of the work in progress is older than 85% of what was done took`,
      where: { kind: 'worse', metric: 'flow.wip-age/olderThanP85', by: 'team' },
    },
  ],
});

function ageing({ figures, usualOlder }: Evidence): Found | string {
  const older = figures.find(({ metric }) => metric === 'flow.wip-age/olderThanP85');
  if (!older) return 'the age of work in progress was not read';
  if (usualOlder === null || usualOlder <= 0 || usualOlder >= 1) return older;
  const twice = Math.min(1, 2 * usualOlder);
  return {
    ...older,
    judgedBy: {
      asDesigned: usualOlder,
      worstTolerable: (usualOlder + twice) / 2,
      twiceAsBad: twice,
      from: 'history',
      why: "The workspace's own done items say how much of the work in progress would be that old if it went on like them.",
    },
  };
}
