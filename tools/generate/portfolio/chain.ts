import type { Random } from '../service-desk/random.ts';

export type Link = {
  readonly giver: Readonly<Record<string, string>>;
  readonly receiver: Readonly<Record<string, string>>;
  readonly passes?: number;
  readonly contributes?: number;
  readonly grade: string;
  readonly rationale: string;
  readonly hypothesis?: string;
  readonly expectedGain?: number;
};

/** How many of each kind there are in whole chains. */
export type Size = {
  readonly investments: number;
  readonly initiatives: number;
  readonly capabilities: number;
  readonly outcomes: number;
  readonly benefits: number;
};

/** A portfolio of so many initiatives, the rest in proportion; 40 is the example, 5,000 is for the benchmark. */
export const sizeFor = (initiatives: number): Size => ({
  investments: Math.max(6, Math.round(initiatives / 4)),
  initiatives,
  capabilities: Math.max(8, Math.round(initiatives / 4)),
  outcomes: Math.max(8, Math.round(initiatives / 3)),
  benefits: Math.max(6, Math.round(initiatives / 4)),
});

export const keysOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${kind}-${String(n + 1).padStart(String(count).length, '0')}`);

/** Ways in which a node hands on all it has: quarters, so that no amount of the example has to be rounded on its way. */
const splits: readonly (readonly number[])[] = [[1], [0.5, 0.5], [0.75, 0.25], [0.5, 0.25, 0.25]];

const said = {
  initiative: { rationale: 'named in the approved business case' },
  capability: { rationale: 'the work is on it', expectedGain: 0.5 },
  outcome: { rationale: 'argued by the owner', hypothesis: 'who can do this better needs less time for a case' },
  benefit: { rationale: 'counted by finance' },
} as const;

/**
 * Links from every giver to receivers of the next kind, so that every receiver has one: giver n reaches receivers near its
 * own place. What receivers owe is divided evenly among their givers, nine tenths of it.
 */
export const joined = (
  random: Random,
  [from, givers]: readonly [string, readonly string[]],
  [to, receivers]: readonly ['initiative' | 'capability' | 'outcome' | 'benefit', readonly string[]],
): Link[] => {
  const pairs = givers.flatMap((giver, n) => {
    const shares = random.pick(splits);
    const first = Math.floor((n * receivers.length) / givers.length);
    const reached = new Map<string, number>();
    shares.forEach((share, place) => {
      const receiver = receivers[(first + place) % receivers.length] ?? '';
      reached.set(receiver, (reached.get(receiver) ?? 0) + share);
    });
    return [...reached].map(([receiver, passes]) => ({ giver, receiver, passes }));
  });
  const others = receivers.flatMap((receiver, n) => {
    if (pairs.some((pair) => pair.receiver === receiver)) return [];
    return [{ giver: givers[n % givers.length] ?? '', receiver, passes: 0 }];
  });
  const all = [...pairs, ...others];
  const owed = Map.groupBy(all, ({ receiver }) => receiver);
  return all.map(({ giver, receiver, passes }) => ({
    giver: { [from]: giver },
    receiver: { [to]: receiver },
    passes,
    contributes: Math.floor(900 / (owed.get(receiver)?.length ?? 1)) / 1000,
    grade: random.pick(['A', 'B', 'B', 'C', 'C', 'D', 'E']),
    ...said[to],
  }));
};
