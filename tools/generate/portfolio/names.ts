import { Random } from '../service-desk/random.ts';

type Named = 'investments' | 'initiatives' | 'capabilities' | 'outcomes' | 'savings' | 'gains';

/** Of what an insurance company's names of a kind are made: a first and a second part, which fit each other throughout. */
const parts: Readonly<Record<Named, readonly [readonly string[], readonly string[]]>> = {
  investments: [
    [
      'Customer Portal',
      'Claims',
      'Policy Core',
      'Data Platform',
      'Workplace',
      'Broker Channel',
      'Cloud',
      'Security',
      'Payments',
      'Regulatory Reporting',
    ],
    ['Modernisation', 'Run Budget', 'Growth Fund', 'Renewal'],
  ],
  initiatives: [
    [
      'Online Claims',
      'Broker Self-Service',
      'Policy Administration',
      'Document Capture',
      'Customer Login',
      'Fraud Screening',
      'Premium Collection',
      'Data Warehouse',
      'Contact Centre',
      'Mainframe',
      'Quote Engine',
      'Reinsurance Ledger',
      'Payroll',
      'Network',
    ],
    ['Replacement', 'Rollout', 'Redesign', 'Automation', 'Migration', 'Pilot'],
  ],
  capabilities: [
    [
      'Claims',
      'Customer',
      'Policy',
      'Broker',
      'Product',
      'Data',
      'Identity',
      'Risk',
      'Payment',
      'Document',
      'Workforce',
    ],
    ['Handling', 'Insight', 'Management', 'Integration', 'Assurance'],
  ],
  outcomes: [
    [
      'Claims settled',
      'Quotes given',
      'Contracts signed',
      'Complaints answered',
      'Premiums collected',
      'Brokers served',
      'Documents read',
      'Incidents solved',
    ],
    ['within a day', 'without a call', 'online', 'at first attempt', 'by machine'],
  ],
  savings: [
    ['Lower', 'Less', 'Avoided'],
    [
      'claims handling cost',
      'licence spend',
      'fraud loss',
      'postage and print',
      'contact centre effort',
      'contractor spend',
      'rework',
      'outage cost',
      'broker commission leakage',
    ],
  ],
  gains: [
    ['More', 'Earlier'],
    ['premiums from brokers', 'cross-selling', 'renewals', 'online contracts', 'income from partners', 'new customers'],
  ],
};

/**
 * Names for so many records of each kind, none twice: pairs in a seeded order, numbered in rounds once all are used.
 *
 * They are drawn by themselves, so that amounts, links and series of a seed are the same whatever records are called.
 */
export const namesFor = (seed: number, kind: Named, count: number): string[] => {
  const random = new Random(seed, `names of ${kind}`);
  const [firsts, seconds] = parts[kind];
  const pairs = firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
  const order = pairs
    .map((name) => ({ name, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / order.length);
    return `${order[n % order.length]}${round === 0 ? '' : ` ${round + 1}`}`;
  });
};
