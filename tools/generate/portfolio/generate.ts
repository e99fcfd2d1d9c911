import { stringify } from 'yaml';
import { Random } from '../service-desk/random.ts';
import { joined, keysOf, type Link, sizeFor } from './chain.ts';
import { arrived } from './ledger.ts';
import { namesFor } from './names.ts';
import { months, planningPeriods, quarters, yearKeys } from './periods.ts';
import { planted, plantedLinks, plantedNames, plantedRecords } from './planted.ts';
import { readme } from './readme.ts';
import { seriesOf, type TrueEffect } from './series.ts';

export const usualInitiatives = 40;

type Asked = { readonly seed: number; readonly initiatives: number };

const currencies = ['EUR', 'EUR', 'EUR', 'USD', 'GBP'];

/** All records of the portfolio, and what is true of it. */
export const portfolioOf = ({ seed, initiatives: count }: Asked) => {
  const size = sizeFor(count);
  const random = (name: string): Random => new Random(seed, name);
  const chained = {
    investments: keysOf('funding', size.investments),
    initiatives: keysOf('initiative', size.initiatives),
    capabilities: keysOf('capability', size.capabilities),
    outcomes: keysOf('outcome', size.outcomes),
    benefits: keysOf('benefit', size.benefits),
  };
  const called = new Map(
    (['investments', 'initiatives', 'capabilities', 'outcomes'] as const).flatMap((kind) =>
      namesFor(seed, kind, chained[kind].length).map((name, n) => [chained[kind][n] ?? '', name] as const),
    ),
  );
  const [savings, gains] = [
    namesFor(seed, 'savings', chained.benefits.length),
    namesFor(seed, 'gains', chained.benefits.length),
  ];
  for (const [n, key] of chained.benefits.entries()) called.set(key, (n % 2 === 0 ? savings : gains)[n >> 1] ?? key);
  called.set(chained.benefits.at(-1) ?? '', 'Longer training of brokers');
  /** The key and the name of a record: planted ones are called what they are there for. */
  const named = (key: string) => ({ key, name: called.get(key) ?? plantedNames[key] ?? key });
  const supporting = chained.benefits.slice(0, 2);
  const ends = chained.benefits.slice(2);
  const links: Link[] = [
    ...joined(random('funding'), ['investment', chained.investments], ['initiative', chained.initiatives]),
    ...joined(random('work'), ['initiative', chained.initiatives], ['capability', chained.capabilities]),
    ...joined(random('effects'), ['capability', chained.capabilities], ['outcome', chained.outcomes]),
    ...joined(random('benefits'), ['outcome', chained.outcomes], ['benefit', chained.benefits]).map((link) =>
      ends.slice(0, 2).includes(link.receiver.benefit ?? '')
        ? { ...link, contributes: (link.contributes ?? 0) / 2 }
        : link,
    ),
    ...supporting.map((benefit, n) => ({
      giver: { benefit },
      receiver: { benefit: ends[n] ?? '' },
      passes: 0.5,
      contributes: 0.4,
      grade: 'C',
      rationale: 'hours saved are paid out by fewer contracts',
    })),
    ...plantedLinks,
  ];
  const money = random('money');
  const investments = [...chained.investments, ...plantedRecords.investments].map((key, n) => {
    const currency = currencies[n % currencies.length] ?? 'EUR';
    // Sixteen thousand cents and more are divided into quarters seven times without a rest.
    const spend = months.map((on) => ({ on, amount: { amount: `${money.whole(1, 12) * 16384}.00`, currency } }));
    const budget = quarters.map(({ key: period }) => ({
      period,
      amount: { amount: `${money.whole(3, 36) * 16384}.00`, currency },
    }));
    const of = ['run', 'grow', 'transform'][n % 3] ?? 'run';
    return {
      ...named(key),
      basis: n % 4 === 0 ? 'product' : 'project',
      class: of,
      approvedOn: '2023-12-01',
      budget,
      spend,
    };
  });
  const effects = chained.outcomes.map(
    (outcome, n): TrueEffect => ({
      outcome,
      goLive: months[10 + (n % 6)] ?? '',
      level: n % 3 === 0 ? 0 : n % 3 === 1 ? 12 : -8,
      hasControl: n % 2 === 0,
    }),
  );
  const measured = random('series');
  const values = random('values');
  const model = {
    planningPeriods,
    roles: [
      { key: 'head-of-sales', name: 'Head of Sales', level: 'portfolio' },
      { key: 'head-of-operations', name: 'Head of Operations', level: 'portfolio' },
    ],
    teams: [
      { key: 'channels', name: 'Channels' },
      { key: 'core', name: 'Core Systems' },
      { key: 'analytics', name: 'Analytics' },
    ],
    exchangeRates: [
      { from: 'USD', to: 'EUR', validFrom: '2024-01-01', rate: '0.92' },
      { from: 'GBP', to: 'EUR', validFrom: '2024-01-01', rate: '1.17' },
    ],
    goals: [
      {
        key: 'faster-onboarding',
        statement: 'A customer is served within a day',
        weights: yearKeys.map((period, n) => ({ period, weight: n === 0 ? 0.5 : 0.2 })),
      },
      {
        key: 'lower-cost',
        statement: 'A case costs a tenth less',
        weights: yearKeys.map((period) => ({ period, weight: 0.3 })),
      },
      {
        key: 'fewer-risks',
        statement: 'No outage of a day',
        weights: yearKeys.map((period, n) => ({ period, weight: n === 0 ? 0.2 : 0.5 })),
      },
    ],
    capabilities: [...chained.capabilities, ...plantedRecords.capabilities].map((key, n) => ({
      ...named(key),
      kind: n % 2 === 0 ? 'business' : 'it',
      maturityTarget: { level: 3 + (n % 3) / 2, scale: 'cmmi' },
    })),
    goalCapabilities: chained.capabilities.map((capability, n) => ({
      goal: ['faster-onboarding', 'lower-cost', 'fewer-risks'][n % 3],
      capability,
      importance: [3, 1, 2, 0][n % 4],
    })),
    maturityAssessments: chained.capabilities.flatMap((capability, n) =>
      ['2024-02-01', '2025-06-01'].slice(0, n % 5 === 4 ? 1 : 2).map((on, turn) => ({
        capability,
        on,
        level: 1 + (n % 5) / 2 + turn / 2,
        scale: 'cmmi',
        assessor: 'internal audit',
        method: 'interviews',
      })),
    ),
    ownerships: chained.capabilities.map((capability, n) => ({
      team: ['channels', 'core', 'analytics'][n % 3],
      capability,
      as: 'accountable',
    })),
    skills: [
      {
        key: 'data-engineering',
        critical: true,
        capabilities: chained.capabilities.slice(0, 2),
        demandFte: 6,
        supplyFte: 3.5,
        holders: 4,
      },
      {
        key: 'mainframe',
        critical: true,
        capabilities: chained.capabilities.slice(2, 3),
        demandFte: 2,
        supplyFte: 1,
        holders: 1,
      },
      { key: 'office-tools', demandFte: 1, supplyFte: 2, holders: 12 },
    ],
    investments,
    initiatives: [...chained.initiatives, ...plantedRecords.initiatives].map((key, n) => ({
      ...named(key),
      class: ['strategic', 'operational', 'mandatory'][n % 3],
      status: n % 4 === 3 ? 'active' : 'done',
      sponsor: n % 2 === 0 ? 'head-of-sales' : 'head-of-operations',
      team: ['channels', 'core', 'analytics'][n % 3],
      plannedStart: '2024-02-01',
      plannedEnd: months[10 + (n % 6)],
      actualStart: '2024-02-05',
      ...(n % 4 === 3 ? {} : { actualEnd: months[10 + (n % 8)] }),
      commitments: [{ date: months[10 + (n % 6)], promisedOn: '2024-01-20' }],
    })),
    priorityLists: quarters.map(({ key, from }, n) => ({
      key: `priorities-${key}`,
      period: key,
      approvedOn: from,
      ranking: chained.initiatives
        .slice(0, 12)
        .map((initiative, place) => ({ rank: ((place + (n >= 4 ? 5 : 0)) % 12) + 1, initiative })),
    })),
    outcomes: [
      ...effects.map((effect, n) => ({
        ...named(effect.outcome),
        kind: ['revenue', 'cost', 'risk', 'experience'][n % 4],
        unit: 'index',
        direction: effect.level < 0 ? 'down' : 'up',
        baseline: { on: '2024-01-15', value: 100 },
        target: { on: '2025-12-15', value: 100 + effect.level },
        ...seriesOf(measured, effect),
      })),
      ...plantedRecords.outcomes.map((key) => ({ ...named(key), kind: 'cost', unit: 'index', direction: 'down' })),
    ],
    benefits: [...chained.benefits, ...plantedRecords.benefits].map((key, n) => ({
      ...named(key),
      kind: n % 2 === 0 ? 'cost' : 'revenue',
      currency: 'EUR',
      cashReleasing: n % 3 === 0,
      as: supporting.includes(key) ? 'supporting' : 'end',
      disbenefit: key === ends.at(-1),
      businessOwner: n % 2 === 0 ? 'head-of-sales' : 'head-of-operations',
      ...(key === 'unmeasured' ? {} : valuesOf(values)),
    })),
    chainLinks: links,
  };
  const spends = investments.flatMap(({ key, spend }) =>
    spend.map(({ amount: { amount, currency } }) => ({
      investment: key,
      currency,
      cents: Number(amount.replace('.', '')),
    })),
  );
  return { model, ledger: { seed, initiatives: count, planted, effects, arrivedCents: arrived(links, spends) } };
};

/** A plan, two forecasts that were kept, and what was realised by the end of the third quarter of the second year. */
const valuesOf = (random: Random) => {
  const later = quarters.slice(3);
  const plan = later.map(({ key: period }, n) => ({ period, value: `${(n + 1) * random.whole(20, 40) * 1000}` }));
  const scaled = (by: number) =>
    plan.map(({ period, value }) => ({ period, value: `${Math.round(Number(value) * by)}` }));
  const reached = 0.5 + random.next() * 0.7;
  return {
    plan: { approvedOn: '2023-12-15', profile: plan },
    forecasts: [
      { madeOn: '2024-09-30', profile: scaled(0.95) },
      { madeOn: '2025-03-31', profile: scaled((1 + reached) / 2) },
    ],
    realised: scaled(reached)
      .slice(0, 4)
      .map((each, n) => ({
        ...each,
        ...(n < 3 ? { confirmedBy: 'head-of-operations', confirmedAt: '2025-10-15T09:00:00Z' } : {}),
      })),
    measurementEndsOn: '2026-12-31',
  };
};

const settings = {
  name: 'Birkental Portfolio (example)',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  planningPeriod: 'quarter',
  sample: true,
};

const head = '# Generated by tools/generate/portfolio.\n';

/** The files of the example, by their paths. */
export const generate = (asked: Asked): ReadonlyMap<string, string> => {
  const { model, ledger } = portfolioOf(asked);
  const { chainLinks, outcomes, benefits, investments, ...rest } = model;
  const yaml = (content: object): string =>
    `${head}${stringify(content, { lineWidth: 120, aliasDuplicateObjects: false })}`;
  return new Map([
    ['throughline.yaml', yaml(settings)],
    ['model/strategy-and-portfolio.yaml', yaml(rest)],
    ['model/investments.yaml', yaml({ investments })],
    ['model/outcomes.yaml', yaml({ outcomes })],
    ['model/benefits.yaml', yaml({ benefits })],
    ['model/chain-links.yaml', yaml({ chainLinks })],
    ['ledger.json', `${JSON.stringify(ledger, null, 1)}\n`],
    ['README.md', readme(asked.seed)],
  ]);
};
