import { type ChainLink, endOf } from '../chain-link.ts';
import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

/** What each kind of a chain may lead to. The steps are few on purpose: a chain with short cuts proves nothing. */
const leadsTo = {
  investment: 'initiative',
  initiative: 'capability',
  capability: 'outcome',
  outcome: 'benefit',
  benefit: 'benefit',
} as const;

/** What only one kind of link can say, by the kind of its giver. */
const saidOnlyFrom = { expectedGain: 'initiative', hypothesis: 'capability' } as const;

/** Links that join what does not join, say what a link of their kind cannot, or begin at a benefit that feeds no other. */
export const chainJoins = (model: DesignModel): Violation[] => {
  const ends = new Set<string>(model.benefits.filter((benefit) => benefit.as === 'end').map(({ key }) => key));
  return model.chainLinks.flatMap((link, index) =>
    [...wrongKinds(link), ...misplaced(link), ...feedsFromTheEnd(link, ends)].map((what) => ({
      kind: 'chain-link' as const,
      index,
      key: link.key,
      ...what,
    })),
  );
};

type What = Pick<Violation, 'field' | 'found' | 'expected'>;

const wrongKinds = ({ giver, receiver }: ChainLink): What[] => {
  const from = endOf(giver).kind;
  const to = endOf(receiver).kind;
  if (leadsTo[from] === to) return [];
  return [{ field: 'receiver', found: `${from} → ${to}`, expected: `${from} → ${leadsTo[from]}` }];
};

const misplaced = (link: ChainLink): What[] => {
  const from = endOf(link.giver).kind;
  return (['expectedGain', 'hypothesis'] as const).flatMap((field) => {
    const only = saidOnlyFrom[field];
    if (link[field] === undefined || from === only) return [];
    return [{ field, found: `${link[field]}`, expected: `no ${field} but from ${only} to ${leadsTo[only]}` }];
  });
};

const feedsFromTheEnd = ({ giver, receiver }: ChainLink, ends: ReadonlySet<string>): What[] => {
  const benefit = giver.benefit;
  if (benefit === undefined || receiver.benefit === undefined || !ends.has(benefit)) return [];
  const expected = 'a benefit that is as: supporting; an end benefit feeds no other';
  return [{ field: 'giver.benefit', found: benefit, expected }];
};
