import type { Choice } from './choices.ts';
import { dayAfter, dayOf } from './clock.ts';
import { quarters } from './portfolio.ts';
import type { Random } from './random.ts';
import { groups } from './wishes.ts';
import type { World } from './world.ts';

/** A change that the business waits for, the capability that is to bring it about, and what was measured of it. */
type Result = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly capability: string;
  readonly direction: 'up' | 'down';
  readonly baseline: number;
  readonly target: number;
};

const results: readonly Result[] = [
  {
    key: 'claims-settled-sooner',
    name: 'Claims are settled sooner',
    unit: 'days to settlement',
    capability: 'claims-handling',
    direction: 'down',
    baseline: 21,
    target: 12,
  },
  {
    key: 'more-self-service',
    name: 'Customers help themselves',
    unit: 'share of requests through the portal',
    capability: 'customer-self-service',
    direction: 'up',
    baseline: 0.42,
    target: 0.6,
  },
  {
    key: 'brokers-quote-faster',
    name: 'Brokers have a quote faster',
    unit: 'hours to a quote',
    capability: 'policy-administration',
    direction: 'down',
    baseline: 30,
    target: 18,
  },
];

/** How often results are looked at, in days, and by whom. */
export const resultsReview = {
  key: 'results-review',
  name: 'Review of results',
  kind: 'review',
  cadenceDays: 28,
  forum: 'executive-board',
} as const;

export type Feedback = {
  readonly results: readonly (Result & {
    readonly measurements: readonly { readonly on: string; readonly value: number }[];
  })[];
  readonly pulses: readonly Pulse[];
  readonly reviews: readonly { readonly on: string; readonly decisions: readonly string[] }[];
};

type Pulse = {
  readonly key: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly answers: readonly {
    readonly token: string;
    readonly group: string;
    readonly answers: Readonly<Record<string, number>>;
  }[];
};

export const questions = [
  { key: 'trust', text: 'I trust IT to deliver what it promised.', scale: '1-5' },
  { key: 'first-priority', text: 'I know which priority comes first.', scale: '1-5' },
] as const;

/** What was measured and asked in each quarter, and the sittings of the board that looks at it; by a stream of its own. */
export const feedbackOf = (world: World, choices: readonly Choice[]): Feedback => {
  const random = world.random('feedback');
  const sittings = Map.groupBy(
    choices.filter(({ forum }) => forum === resultsReview.forum),
    ({ sitting }) => dayOf(sitting),
  );
  return {
    results: results.map((result) => ({
      ...result,
      measurements: quarters.map(({ to }, n) => measured(result, to, n, random)),
    })),
    pulses: quarters.map(({ key, to }) => ({
      key: `pulse-${key}`,
      opensOn: dayAfter(to, -45),
      closesOn: dayAfter(to, -31),
      answers: groups.flatMap(({ key: group }) => answered(key, group, random)),
    })),
    reviews: [...sittings].map(([on, some]) => ({ on, decisions: some.map(({ key }) => key) })),
  };
};

/** Around the way from the baseline to the target, which takes all quarters. */
const measured = ({ baseline, target }: Result, to: string, quarter: number, random: Random) => {
  const due = baseline + ((target - baseline) * (quarter + 1)) / quarters.length;
  const missed = (target - baseline) * 0.3 * (random.next() - 0.6);
  return { on: dayAfter(to, -2), value: Number((due + missed).toPrecision(3)) };
};

const answered = (quarter: string, group: string, random: Random): Pulse['answers'] =>
  Array.from({ length: random.whole(5, 9) }, (_, n) => ({
    token: `${quarter}-${group}-${n + 1}`,
    group,
    answers: Object.fromEntries(questions.map(({ key }) => [key, random.whole(2, 5)])),
  }));
