import { linesIn } from '#model/capability-lines.ts';
import { isStale } from '#model/maturity-assessment.ts';
import { defineSign, type Evidence, type Found } from './define.ts';
import { complete, fewest } from './found.ts';

export const misalignedCapabilities = defineSign({
  id: 'misaligned-capabilities',
  number: 5,
  title: 'Capabilities are misaligned',
  name: 'misaligned capabilities',
  harm: 'What the strategy counts on is not there, while effort makes stronger what nobody needs more of.',
  rules: [
    {
      id: 'maturity-gap',
      title: 'What the goals need is mastered',
      test: 'The share of the maturity that the goals need, weighed by what each capability is worth to them, that is there, as the rule capabilities.strength-where-it-matters reads it. It needs targets, assessments, importance and weights of goals.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'capabilities.strength-where-it-matters' },
      tellsRest: true,
      says: (amount) => `${amount} of the maturity that the goals need is lacking`,
      where: { kind: 'most', rule: 'capabilities.strength-where-it-matters', by: 'object' },
    },
    {
      id: 'money-elsewhere',
      title: 'Money follows importance',
      test: 'The part of the money spent that capabilities got up to their share of importance, as the rule capabilities.money-follows-importance reads it. It needs goals with weights, what they depend on, and spend that the chain leads to capabilities.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'capabilities.money-follows-importance' },
      tellsRest: true,
      says: (amount) => `${amount} of the money lies elsewhere than the importance of capabilities would have it`,
      where: { kind: 'most', rule: 'capabilities.money-follows-importance', by: 'object' },
    },
    {
      id: 'strength-elsewhere',
      title: 'Strength lies where it matters',
      test: 'The rank correlation of what capabilities are worth to the goals and how well they are mastered. It needs eight capabilities with an assessment that is less than a year old.',
      unit: 'correlation',
      basis: {
        kind: 'figure',
        metric: 'capability.strength-where-it-matters',
        breakpoints: {
          asDesigned: 0.5,
          worstTolerable: 0.1,
          twiceAsBad: -0.3,
          why: 'Where strength follows need the two orders are alike, though never the same; near nought one says nothing of the other, and below it the least needed is mastered best. No outside norm exists.',
        },
      },
      says: (amount) => `how well a capability is mastered hardly follows how much it is needed (${amount})`,
    },
    {
      id: 'critical-skills',
      title: 'Critical skills are there',
      test: 'The share of the demand for critical skills that is met by more than one person, as the rule capabilities.critical-skills-available reads it. It needs critical skills with a demand.',
      unit: 'share',
      basis: { kind: 'rule', rule: 'capabilities.critical-skills-available' },
      tellsRest: true,
      says: (amount) => `${amount} of the demand for critical skills is not met, or hangs on one person`,
      where: { kind: 'most', rule: 'capabilities.critical-skills-available', by: 'object' },
    },
    {
      id: 'outcomes-not-moved',
      title: 'Outcomes follow capabilities',
      test: 'Of the outcomes that a capability at its target leads to, and that were measured after their baseline, the share that was last measured no better than it. It needs five such outcomes.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'links of the chain, assessments and outcomes',
        open: ['metric', 'rows', 'outcome.progress'],
        breakpoints: {
          asDesigned: 0.1,
          worstTolerable: 0.4,
          twiceAsBad: 0.7,
          why: 'An outcome has other causes too and comes late; where two in five do not move although the capability is there, it was not what the outcome hung on. No outside norm exists.',
        },
        look: notMoved,
      },
      says: (amount) => `${amount} of the outcomes that hang on a mature capability have not moved`,
    },
  ],
});

/** A complete count of what is on record; there is no sample in it, and so no interval. */
function notMoved({ design, day }: Evidence): Found | string {
  const mature = matureCapabilities(design, day);
  const led = new Set(
    design.chainLinks.flatMap(({ giver: { capability }, receiver: { outcome } }) =>
      capability !== undefined && outcome !== undefined && mature.has(capability) ? [outcome] : [],
    ),
  );
  const moved = design.outcomes.flatMap(({ key, baseline, direction, measurements }) => {
    if (!led.has(key) || direction === undefined) return [];
    const last = measurements.findLast(({ on }) => on <= day);
    if (baseline === undefined || last === undefined || last.on <= baseline.on) return [];
    return [direction === 'up' ? last.value > baseline.value : last.value < baseline.value];
  });
  if (moved.length < fewest)
    return `too few outcomes were measured that hang on a capability at its target: ${moved.length} of at least ${fewest}`;
  return complete(moved.filter((has) => !has).length / moved.length, moved.length);
}

/** The capabilities that were last found at their target or above it, and not a year ago; what one lacks is that of the nearest above. */
const matureCapabilities = (design: Evidence['design'], day: string): ReadonlySet<string> => {
  const lineOf = linesIn(design);
  const known = design.maturityAssessments.filter(({ on }) => on <= day);
  const mature = design.capabilities.filter(({ key }) => {
    const line = lineOf(key);
    const aimed = line.find((each) => design.capabilities.some((one) => one.key === each && one.maturityTarget));
    const target = design.capabilities.find((each) => each.key === aimed)?.maturityTarget;
    const ofScale = known.filter(({ scale }) => scale === target?.scale);
    const rated = line.find((each) => ofScale.some(({ capability }) => capability === each));
    const [last] = ofScale.filter(({ capability }) => capability === rated).toSorted((a, b) => (a.on < b.on ? 1 : -1));
    return target !== undefined && last !== undefined && !isStale(last, day) && last.level >= target.level;
  });
  return new Set(mature.map(({ key }) => key));
};
