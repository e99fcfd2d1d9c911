import type { Link } from './chain.ts';

/** Records beside the whole chains, each of which breaks the chain in one way, and the break that has to be found. */
export type Planted = {
  readonly what: string;
  readonly break: { readonly at: string; readonly side: 'after' | 'before'; readonly reason: string };
};

export const planted: readonly Planted[] = [
  ['a line of funding without an initiative', 'investment lost-funding', 'after', 'no-initiative'],
  ['an initiative that no money goes to', 'initiative unfunded', 'before', 'no-investment'],
  ['an initiative without a capability', 'initiative aimless', 'after', 'no-capability'],
  ['a capability without an outcome', 'capability idle', 'after', 'no-outcome'],
  ['an outcome that nothing leads to', 'outcome windfall', 'before', 'no-capability'],
  ['an outcome without a benefit', 'outcome unused', 'after', 'no-benefit'],
  ['a benefit that no outcome leads to', 'benefit hoped-for', 'before', 'no-outcome'],
  ['a benefit that nothing measures', 'benefit unmeasured', 'after', 'no-measure'],
  ['money of which only a part is passed on', 'investment half-told', 'after', 'no-initiative'],
  ['a link that claims no share', 'investment undivided', 'after', 'no-initiative'],
].map(([what = '', at = '', side, reason = '']) => ({
  what,
  break: { at, side: side === 'before' ? 'before' : 'after', reason },
}));

const link = (giver: Link['giver'], receiver: Link['receiver'], passes?: number): Link => ({
  giver,
  receiver,
  ...(passes === undefined ? {} : { passes }),
  grade: 'D',
  rationale: 'planted',
});

/** What the planted breaks are made of. */
export const plantedLinks: readonly Link[] = [
  link({ initiative: 'unfunded' }, { capability: 'idle' }, 1),
  link({ investment: 'half-told' }, { initiative: 'aimless' }, 0.5),
  link({ investment: 'half-told' }, { initiative: 'building' }, 0.25),
  link({ investment: 'undivided' }, { initiative: 'building' }),
  link({ initiative: 'building' }, { capability: 'idle' }, 0.5),
  link({ initiative: 'building' }, { capability: 'tended' }, 0.5),
  link({ capability: 'tended' }, { outcome: 'unused' }, 0.5),
  link({ capability: 'tended' }, { outcome: 'told' }, 0.5),
  link({ outcome: 'told' }, { benefit: 'unmeasured' }, 1),
  link({ outcome: 'windfall' }, { benefit: 'unmeasured' }, 1),
];

/** What planted records are called: they are no odder than the others to whoever does not know. */
export const plantedNames: Readonly<Record<string, string>> = {
  'lost-funding': 'Innovation Budget',
  'half-told': 'Branch Office Budget',
  undivided: 'Shared Tools Budget',
  unfunded: 'Archive Clearance',
  aimless: 'Office Move',
  building: 'Developer Platform',
  idle: 'Archive Keeping',
  tended: 'Software Delivery',
  windfall: 'Customers won by word of mouth',
  unused: 'Releases without a rollback',
  told: 'Releases within a week',
  'hoped-for': 'More sales to known customers',
  unmeasured: 'Less waiting for changes',
};

export const plantedRecords = {
  investments: ['lost-funding', 'half-told', 'undivided'],
  initiatives: ['unfunded', 'aimless', 'building'],
  capabilities: ['idle', 'tended'],
  outcomes: ['windfall', 'unused', 'told'],
  benefits: ['hoped-for', 'unmeasured'],
} as const;
