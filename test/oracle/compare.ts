import type { Metric } from '#metrics/define.ts';
import { metrics } from '#metrics/index.ts';
import { type Ask as ProductAsk, read } from '#metrics/read.ts';
import type { Reading } from '#model/reading.ts';
import { day } from './clock.ts';
import { type Ask, figure, metricIds } from './figure.ts';
import type { OracleInput } from './input.ts';
import { type OracleFacts, oracle } from './oracle.ts';
import { withProduct } from './product.ts';

/** What is compared of a reading: nothing else of it is computed twice. */
type Said = { value: number | null; n: number; also: Record<string, number | null> };

/**
 * Every question on which product and oracle differ, in words.
 *
 * Each metric is asked for in its plainest way and in `more` others, which `turn` chooses.
 */
export const differences = (input: OracleInput, turn: number, more = 1): Promise<string[]> =>
  withProduct(input, async ({ ground, fates, counting }) => {
    const facts = oracle(input);
    const { total, accepted, rejected, repeated, superseded } = facts.fates;
    const found = [
      ...unlike('rows', 'fates', fates, { total, accepted, rejected }),
      ...unlike('rows', 'that count', counting, accepted - repeated - superseded),
    ];
    if (counting === 0) return found;
    found.push(...unlike('asOf', '', ground.asOf, facts.asOf));
    const windows = windowsOf(facts.items.reduce((first, { created }) => Math.min(first, created), facts.asOf));
    for (const metric of metrics) {
      if (!metricIds.includes(metric.id)) return [`${metric.id}: the oracle does not know it`];
      const [plain, ...other] = asksOf(metric, windows);
      for (const ask of [...(plain ? [plain] : []), ...someOf(other, turn, more)]) {
        found.push(...(await differencesOf(ground, metric, ask, facts)));
      }
    }
    return found;
  });

const differencesOf = async (
  ground: Parameters<typeof read>[0],
  metric: Metric,
  ask: Ask,
  facts: OracleFacts,
): Promise<string[]> => {
  const ours = bySubject(await read(ground, metric, ask as ProductAsk), ({ subject }) => subjectOf(subject, ask));
  const theirs = bySubject(figure(facts, ask), ({ subject }) => subject);
  const { window, by, where } = ask;
  const asked = `${metric.id} ${window.from}..${window.until} by ${by} where ${where?.scope}=${where?.key}`;
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((subject) => {
    const [our, their] = [ours.get(subject), theirs.get(subject)];
    // Whether a subject is listed of which nothing was counted, and as null or as nought, is left open.
    if (isEmpty(our) || isEmpty(their))
      return isNothing(our) && isNothing(their) ? [] : unlike(asked, subject, our, their);
    return unlike(asked, subject, our, their);
  });
};

const subjectOf = (subject: Reading['subject'], { by }: Ask): string => (by === undefined ? '' : (subject[by] ?? ''));

const bySubject = <T extends Said>(readings: readonly T[], of: (reading: T) => string): Map<string, Said> =>
  new Map(readings.map((reading) => [of(reading), { value: reading.value, n: reading.n, also: { ...reading.also } }]));

const isEmpty = (said: Said | undefined): boolean => !said || said.n === 0;

const isNothing = (said: Said | undefined): boolean =>
  !said || (!said.value && Object.values(said.also).every((beside) => !beside));

const unlike = (asked: string, subject: string, our: unknown, their: unknown): string[] =>
  isSame(our, their) ? [] : differ(asked, subject, our, their);

const differ = (asked: string, subject: string, our: unknown, their: unknown): string[] => [
  `${asked} [${subject}]: product ${JSON.stringify(our)}, oracle ${JSON.stringify(their)}`,
];

/** Equal, numbers to a billionth of the larger one; sums that should be nought may miss it by a rounding. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= Math.max(1e-12, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    ours.length === theirs.size && ours.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
  );
};

/** One that some of a world's cases have, for each thing a figure can be looked at through. */
const filters = [
  { scope: 'team', key: 'red' },
  { scope: 'item-type', key: 'bug' },
  { scope: 'capability', key: 'billing' },
  { scope: 'decision-type', key: 'change' },
  { scope: 'forum', key: 'cab' },
  { scope: 'stage', key: 'waiting' },
  { scope: 'boundary', key: 'red → blue' },
  { scope: 'scale', key: 'iso' },
  { scope: 'effect', key: 'cost' },
] as const;

/** Every way to ask for a metric: in each window, whole, cut, filtered, and both at once. */
const asksOf = (metric: Metric, windows: readonly Ask['window'][]): Ask[] => {
  const cuts = [undefined, ...metric.scopes, 'period' as const];
  const looks = [undefined, ...filters.filter(({ scope }) => metric.scopes.includes(scope))];
  return windows.flatMap((window) =>
    looks.flatMap((where) =>
      cuts
        .filter((by) => by === undefined || by !== where?.scope)
        .map((by) => ({ metric: metric.id, window, ...(by ? { by } : {}), ...(where ? { where } : {}) })),
    ),
  );
};

/** Some of the ways to ask, other ones at each turn. */
const someOf = (asks: readonly Ask[], turn: number, many: number): Ask[] =>
  Array.from({ length: many }, (_, i) => asks[(turn * many + i) % asks.length]).filter((ask) => ask !== undefined);

/** Windows that hold all of a world and a part that begins and ends within a day. */
const windowsOf = (begin: number): Ask['window'][] =>
  [
    [-10, 120],
    [3.3, 45.6],
  ].map(([from = 0, until = 0]) => ({
    from: new Date(begin + from * day).toISOString(),
    until: new Date(begin + until * day).toISOString(),
  }));
