import type { z } from 'zod';
import type { showCoverage } from '#api/value.ts';
import { count } from './numbers.ts';
import { type Terminal, table } from './terminal.ts';
import { moneyText, reasonText, sumsOf } from './value-words.ts';

type Break = z.infer<typeof showCoverage.answer>['breaks'][number];

/** As many breaks as are read one by one. */
const most = 20;

/** Breaks of the chain: how many of each sort with their money, then the largest of them; or all. */
export const breakLines = (terminal: Terminal, breaks: readonly Break[], all: boolean): void => {
  if (breaks.length === 0) return;
  terminal.line();
  const sorts = [
    ...Map.groupBy(breaks, (each) => JSON.stringify([each.at?.kind ?? '', each.side, lacksText(each)])).values(),
  ];
  table(
    terminal,
    [
      { title: 'breaks', right: true },
      { title: 'at' },
      { title: 'side' },
      { title: 'lacks' },
      { title: 'amount', right: true },
    ],
    sorts
      .sort((a, b) => b.length - a.length)
      .flatMap((sort) => {
        const [first] = sort;
        const amount = moneyText(sumsOf(sort.flatMap(({ amounts }) => amounts)));
        return first ? [[count(sort.length), first.at?.kind ?? '(none)', first.side, lacksText(first), amount]] : [];
      }),
  );
  const shown = all ? breaks : [...breaks].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most);
  terminal.line();
  table(
    terminal,
    [
      { title: 'break at', most: 40 },
      { title: 'side' },
      { title: 'lacks' },
      { title: 'amount', right: true },
      { title: 'links', right: true },
    ],
    shown.map((each) => {
      const { at, side, amounts, links, unshared } = each;
      return [
        at ? `${at.kind} ${at.name}` : '(none)',
        side,
        lacksText(each),
        moneyText(amounts),
        unshared > 0 ? `${links}, ${unshared} without a share` : count(links),
      ];
    }),
  );
  if (shown.length < breaks.length)
    terminal.line(`  and ${count(breaks.length - shown.length)} more, none with more money; --all shows them`);
};

/** How much of what goes no further for a reason stays at links that claim no share: there is a next step, and no share. */
export const unsharedText = (breaks: readonly Break[], reason: Break['reason'], currency: string): string => {
  const silent = breaks.filter((each) => each.reason === reason && isUnshared(each));
  const amounts = silent.flatMap((each) => each.amounts.filter((amount) => amount.currency === currency));
  if (amounts.length === 0) return '';
  return `, ${moneyText(sumsOf(amounts))} of it at links that claim no share`;
};

const isUnshared = ({ links, unshared }: Break): boolean => links > 0 && links === unshared;

/** What lacks at a break: where all its links claim no share there is a next step, and no money goes there. */
const lacksText = (each: Break): string =>
  isUnshared(each) ? 'a share: its links claim none' : reasonText(each.reason);

/** Only to put the larger ones first: amounts of several currencies are not added up. */
const sizeOf = ({ amounts }: Break): number => Math.max(0, ...amounts.map(({ amount }) => Math.abs(Number(amount))));
