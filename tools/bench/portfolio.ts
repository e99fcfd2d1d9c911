import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { Random } from '../generate/service-desk/random.ts';

const years = Array.from({ length: 10 }, (_, n) => 2016 + n);
const months = Array.from({ length: 120 }, (_, n) => new Date(Date.UTC(2016, n, 1)).toISOString().slice(0, 10));

const record = (kind: ModelRecord['kind'], key: string, body: object): ModelRecord => ({
  kind,
  key,
  design: ofNoDesign,
  body: { key, ...body },
});

const ends = { investment: 'i', initiative: 'p', capability: 'c', outcome: 'o', benefit: 'b' } as const;
type Kind = keyof typeof ends;

/**
 * A great portfolio, all of it made up: so many initiatives, about forty times as many links, and ten years of months of
 * money, of measurements and of benefits.
 *
 * A line of funding pays for five initiatives, each of which is for three capabilities.
 */
export const portfolio = (initiatives: number): ModelRecord[] => {
  const random = new Random(1, 'portfolio');
  const counts: Readonly<Record<Kind, number>> = {
    investment: initiatives / 5,
    initiative: initiatives,
    capability: initiatives / 10,
    outcome: initiatives / 5,
    benefit: initiatives / 5,
  };
  const keys = (kind: Kind): string[] => Array.from({ length: counts[kind] }, (_, n) => `${ends[kind]}${n}`);
  const links = (from: Kind, to: Kind, fan: number): ModelRecord[] => {
    const receivers = keys(to);
    return keys(from).flatMap((giver) =>
      [...new Set(Array.from({ length: fan }, () => random.pick(receivers)))].map((receiver) =>
        record('chain-link', `${giver}-${receiver}`, {
          giver: { [from]: giver },
          receiver: { [to]: receiver },
          passes: Math.floor((random.next() * 1e6) / fan) / 1e6,
          contributes: Math.floor((random.next() * 1e6) / 200) / 1e6,
          grade: random.pick(['A', 'B', 'C', 'D', 'E']),
          rationale: `what ${giver} is meant to do for ${receiver}`,
        }),
      ),
    );
  };
  const euros = (most: number): string => `${random.whole(1, most) / 100}`;
  const monthOf = (on: string): string => on.slice(0, 7);
  return [
    ...years.map((year) =>
      record('planning-period', `${year}`, { kind: 'year', from: `${year}-01-01`, to: `${year + 1}-01-01` }),
    ),
    ...months.map((from, n) =>
      record('planning-period', monthOf(from), { kind: 'month', from, to: months[n + 1] ?? '2026-01-01' }),
    ),
    ...keys('investment').map((key) =>
      record('investment', key, {
        basis: 'project',
        class: 'grow',
        spend: months.map((on) => ({ on, amount: { amount: euros(1e7), currency: 'EUR' } })),
      }),
    ),
    ...keys('initiative').map((key, n) =>
      record('initiative', key, {
        status: n % 3 === 0 ? 'done' : 'active',
        plannedStart: months[n % 100],
        plannedCost: { amount: euros(1e8), currency: 'EUR' },
      }),
    ),
    ...keys('capability').map((key) => record('capability', key, { kind: 'it' })),
    ...keys('outcome').map((key, n) =>
      record('outcome', key, {
        unit: '%',
        direction: 'up',
        baseline: { on: months[0], value: n % 40 },
        target: { on: months[119], value: 60 + (n % 40) },
        measurements: months.map((on, at) => ({ on, value: (n % 40) + at * 0.4 + random.whole(0, 5) })),
      }),
    ),
    ...keys('benefit').map((key) =>
      record('benefit', key, {
        kind: 'cost',
        currency: 'EUR',
        plan: { approvedOn: '2016-01-01', profile: months.map((on) => ({ period: monthOf(on), value: euros(1e6) })) },
        realised: months.slice(0, 100).map((on) => ({ period: monthOf(on), value: euros(1e6) })),
      }),
    ),
    ...links('investment', 'initiative', 5),
    ...links('initiative', 'capability', 3),
    ...links('capability', 'outcome', 200),
    ...links('outcome', 'benefit', 100),
  ];
};
