import { endOf } from '#model/chain-link.ts';
import type { Measure } from '#model/scorecard.ts';
import { defineSign, type Evidence, type Found } from './define.ts';
import { complete, fewest } from './found.ts';

export const activityBasedMeasurement = defineSign({
  id: 'activity-based-measurement',
  number: 7,
  title: 'Activity is measured, not results',
  name: 'measurement of activity',
  harm: 'What is measured is done: where that is activity, everybody is busy and nobody knows what came of it.',
  rules: [
    {
      id: 'activity-share',
      title: 'Scorecards tell results',
      test: 'Of the measures on all scorecards, the share that count activity. A measure of the product has the signal of its metric, an outcome 1, a benefit 0, one of the organisation the signal that it states; a metric that nobody knows lowers the coverage. It needs five measures.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'scorecards',
        open: ['record', 'list', 'scorecard'],
        breakpoints: {
          asDesigned: 0.2,
          worstTolerable: 0.5,
          twiceAsBad: 0.8,
          why: 'Some activity is worth a look beside what comes of it; where half of all measures count it, meetings are about being busy. No outside norm exists.',
        },
        look: activityShare,
      },
      says: (amount) => `${amount} of the measures on scorecards count activity`,
    },
    {
      id: 'not-linked-upward',
      title: 'Activity leads to a result',
      test: 'Of the measures on scorecards that count activity, the share that feed, directly or through others of the scorecard, no outcome and no benefit. It needs five of them.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'scorecards',
        open: ['record', 'list', 'scorecard'],
        breakpoints: {
          asDesigned: 0.1,
          worstTolerable: 0.4,
          twiceAsBad: 0.8,
          why: 'A measure of activity is of use as the early end of a chain; where two in five lead nowhere, they are goals of their own. No outside norm exists.',
        },
        look: notLinkedUpward,
      },
      says: (amount) => `${amount} of the measures of activity lead to no outcome`,
    },
    {
      id: 'without-outcome',
      title: 'Initiatives are for something',
      test: 'Of the initiatives on record that are not merely proposed and were not stopped, the share from which no links of the chain lead to an outcome or a benefit. Mandatory ones are left out. It needs five initiatives, and one link from any of them.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'initiatives and links of the chain',
        open: ['record', 'list', 'initiative'],
        breakpoints: {
          asDesigned: 0.05,
          worstTolerable: 0.25,
          twiceAsBad: 0.5,
          why: 'Now and then work has to begin before its use is known; where a quarter leads to nothing that anybody named, delivery itself is the aim. No outside norm exists.',
        },
        look: withoutOutcome,
      },
      says: (amount) => `${amount} of initiatives lead to no outcome and no benefit`,
    },
    {
      id: 'without-measurement',
      title: 'Benefits are measured',
      test: 'Of the benefits with an approved plan of which a planned period is over, the share of which nothing realised is on record. It needs five of them.',
      unit: 'share',
      basis: {
        kind: 'own',
        standsOn: 'benefits',
        open: ['record', 'list', 'benefit'],
        breakpoints: {
          asDesigned: 0.05,
          worstTolerable: 0.25,
          twiceAsBad: 0.5,
          why: 'A measurement may be late once; where a quarter of the benefits that are due were never looked at, they were there to have the money approved. No outside norm exists.',
        },
        look: withoutMeasurement,
      },
      says: (amount) => `${amount} of the benefits that are due were never measured`,
    },
  ],
});

const tooFew = (what: string, n: number): string => `too few ${what}: ${n} of at least ${fewest}`;

const activity = 4;

/** How far a measure is from the benefit; undefined for a metric that nobody knows. */
const signalOf = ({ metric, outcome, benefit, signal }: Measure, { signals }: Evidence): number | undefined => {
  if (metric !== undefined) return signals.get(metric);
  if (outcome !== undefined) return 1;
  return benefit === undefined ? signal : 0;
};

function activityShare(evidence: Evidence): Found | string {
  const measures = evidence.design.scorecards.flatMap((scorecard) => scorecard.measures);
  const known = measures.map((measure) => signalOf(measure, evidence)).filter((signal) => signal !== undefined);
  if (measures.length === 0) return 'no scorecard with measures is on record';
  if (known.length < fewest) return tooFew('measures on scorecards', known.length);
  const counting = known.filter((signal) => signal === activity).length;
  return { ...complete(counting / known.length, known.length), coverage: known.length / measures.length };
}

function notLinkedUpward(evidence: Evidence): Found | string {
  const linked = evidence.design.scorecards.flatMap(({ measures }) =>
    measures
      .filter((measure) => signalOf(measure, evidence) === activity)
      .map((measure) => fedBy(measure, measures).some((each) => (signalOf(each, evidence) ?? activity) <= 1)),
  );
  if (linked.length < fewest) return tooFew('measures of activity on scorecards', linked.length);
  return complete(linked.filter((is) => !is).length / linked.length, linked.length);
}

/** What a measure feeds, and what that feeds, up to where it ends or comes round. */
const fedBy = (measure: Measure, measures: readonly Measure[]): Measure[] => {
  const fed: Measure[] = [];
  for (let at: Measure | undefined = measure; at !== undefined && !fed.includes(at); ) {
    fed.push(at);
    const { feeds }: Measure = at;
    at = measures.find(({ key }) => key === feeds);
  }
  return fed.slice(1);
};

function withoutOutcome({ design }: Evidence): Found | string {
  const links = design.chainLinks.map(({ giver, receiver }) => [endOf(giver), endOf(receiver)] as const);
  if (!links.some(([giver]) => giver.kind === 'initiative')) return 'no link from an initiative is on record';
  const undertaken = design.initiatives.filter(
    ({ status, class: kind }) => status !== 'proposed' && status !== 'stopped' && kind !== 'mandatory',
  );
  if (undertaken.length < fewest) return tooFew('initiatives', undertaken.length);
  const leading = leadingTo(links);
  const without = undertaken.filter(({ key }) => !leading.has(`initiative ${key}`)).length;
  return complete(without / undertaken.length, undertaken.length);
}

type End = ReturnType<typeof endOf>;

const nameOf = ({ kind, key }: End): string => `${kind} ${key}`;

/** Everything from which links lead to an outcome or a benefit, by its kind and key. */
const leadingTo = (links: readonly (readonly [End, End])[]): ReadonlySet<string> => {
  const givers = Map.groupBy(links, ([, receiver]) => nameOf(receiver));
  const found = new Set<string>();
  const reached = new Set(
    links
      .map(([, receiver]) => receiver)
      .filter(({ kind }) => kind === 'outcome' || kind === 'benefit')
      .map(nameOf),
  );
  for (const name of reached)
    for (const [giver] of givers.get(name) ?? []) {
      const from = nameOf(giver);
      found.add(from);
      reached.add(from);
    }
  return found;
};

function withoutMeasurement({ design, day }: Evidence): Found | string {
  const ends = new Map<string, string>(design.planningPeriods.map(({ key, to }) => [key, to]));
  const due = design.benefits.filter(
    ({ plan }) =>
      plan?.approvedOn !== undefined &&
      plan.approvedOn <= day &&
      plan.profile.some(({ period }) => (ends.get(period) ?? '9999') <= day),
  );
  if (due.length < fewest) return tooFew('benefits with an approved plan that are due', due.length);
  return complete(due.filter(({ realised }) => realised.length === 0).length / due.length, due.length);
}
