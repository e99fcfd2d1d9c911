import { type ChainLink, endOf } from '../chain-link.ts';
import type { DesignModel } from '../design-model.ts';
import { holdsOn } from '../period.ts';
import { comparedToWhole, millionths, sumText } from '../share.ts';
import type { Violation } from './violation.ts';

type Sharing = { readonly link: ChainLink; readonly index: number; readonly share: number };

/** Which share is looked at: what a giver passes on, or what a receiver owes to others. */
type Side = {
  readonly field: 'passes' | 'contributes';
  readonly shared: 'giver' | 'receiver';
  readonly other: 'giver' | 'receiver';
  readonly says: string;
};

const sides: readonly Side[] = [
  { field: 'passes', shared: 'giver', other: 'receiver', says: 'at most 1 passed on by' },
  { field: 'contributes', shared: 'receiver', other: 'giver', says: 'at most 1 contributed to' },
];

const nameOf = (link: ChainLink, side: 'giver' | 'receiver'): string => {
  const { kind, key } = endOf(link[side]);
  return `${kind} ${key}`;
};

/**
 * Givers that pass on more than they have, and receivers that owe more than all of their effect, on any one day.
 *
 * Less than a whole is no fault: the rest is a stub, or has other causes. Each is told once, at the last link of the first
 * day on which it is so. A sum can only grow on a day on which a link begins, so only those are looked at.
 */
export const chainShares = ({ chainLinks }: DesignModel): Violation[] =>
  sides.flatMap((side) => {
    const sharing = chainLinks.flatMap((link, index) => {
      const share = link[side.field];
      return share === undefined ? [] : [{ link, index, share }];
    });
    return [...Map.groupBy(sharing, ({ link }) => nameOf(link, side.shared))].flatMap(([name, links]) =>
      excess(side, name, links),
    );
  });

const dawn = '0001-01-01';

const excess = ({ field, other, says }: Side, name: string, links: readonly Sharing[]): Violation[] => {
  for (const day of [...new Set(links.map(({ link }) => link.from ?? dawn))].sort()) {
    const holding = links.filter(({ link }) => holdsOn(link, day));
    const sum = holding.reduce((total, { share }) => total + millionths(share), 0);
    const last = holding.at(-1);
    if (!last || comparedToWhole(sum) <= 0) continue;
    const working = holding.map(({ link, share }) => `${share} ${nameOf(link, other)}`).join(' + ');
    const when = day === dawn ? '' : ` on ${day}`;
    const expected = `${says} the ${name}, not ${sumText(sum)}${when} (${working})`;
    return [
      {
        kind: 'chain-link' as const,
        index: last.index,
        key: last.link.key,
        field,
        found: String(last.share),
        expected,
      },
    ];
  }
  return [];
};
