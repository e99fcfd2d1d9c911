import type { Conversion, Convert } from '#model/conversion.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import { benefitLines, isCounted } from './benefit-lines.ts';
import { costLines } from './cost-lines.ts';
import { type FlowsOf, flowsOf } from './flows-of.ts';
import type { Basis, MoneyLine } from './money-line.ts';
import { withinReach } from './within-reach.ts';

/** Why a record that the chain ties to the subject is no part of its money. */
export type LeftOut = { readonly kind: MoneyLine['kind']; readonly key: string; readonly why: string };

/** One initiative or line of funding, and how it is looked at. */
export type Looked = {
  readonly chain: Chain;
  readonly model: Pick<DesignModel, 'investments' | 'spendStatements' | 'benefits' | 'planningPeriods'>;
  readonly subject: ChainNode;
  readonly basis: Basis;
  /** Nothing later is known. */
  readonly today: Day;
  readonly convert: Convert;
  /** The month in which a year of accounts begins. */
  readonly startsIn: number;
};

export type MoneyOf = FlowsOf & {
  readonly leftOut: readonly LeftOut[];
  /**
   * The share (0–1) of the records tied to the subject by the chain of which nothing is left out, however many amounts each
   * has; null where it ties none to it.
   */
  readonly coverage: number | null;
};

/**
 * The money of one record, year by year, and what of its chain is not in it: benefits in another unit than money, those of
 * which nothing is said on this basis, what no link claims a share of, and amounts without a rate.
 */
export const moneyOf = (looked: Looked): MoneyOf => {
  const { chain, subject, startsIn } = looked;
  const lines = linesOf(looked);
  const isShared = sharing(chain, subject);
  const counted = lines.filter((line) => line.conversion.converted !== undefined && isShared(line));
  const leftOut = [
    ...withoutLines(looked, lines),
    ...unshared(lines.filter((line) => !isShared(line))),
    ...lines.filter(isShared).flatMap(({ kind, key, conversion }) => {
      return conversion.converted === undefined ? [{ kind, key, why: unconverted(conversion) }] : [];
    }),
  ];
  const left = recordsOf(leftOut);
  const all = recordsOf(counted).union(left);
  return {
    ...flowsOf(chain, subject, counted, startsIn),
    leftOut,
    coverage: all.size === 0 ? null : (all.size - left.size) / all.size,
  };
};

type Named = Pick<MoneyLine, 'kind' | 'key'>;

const recordsOf = (named: readonly Named[]): ReadonlySet<string> =>
  new Set(named.map(({ kind, key }) => `${kind} ${key}`));

/** All amounts of what stands before and after the subject in the chain. */
const linesOf = ({ chain, model, subject, basis, today, convert }: Looked): MoneyLine[] => {
  const isNear = among(chain, withinReach(subject, 'before').union(withinReach(subject, 'after')));
  return [...costLines(model, basis, today, convert), ...benefitLines(model, basis, today, convert)].filter(isNear);
};

const among =
  (chain: Chain, nodes: ReadonlySet<ChainNode>) =>
  ({ kind, key }: Named): boolean => {
    const node = chain.find(kind, key);
    return node !== undefined && nodes.has(node);
  };

/** Whether a way that claims a share leads to the subject. */
const sharing = (chain: Chain, subject: ChainNode): ((line: Named) => boolean) =>
  among(
    chain,
    withinReach(subject, 'before', ({ passes }) => passes > 0).union(
      withinReach(subject, 'after', ({ contributes }) => contributes > 0),
    ),
  );

/** End benefits of the chain of which no amount is told. */
const withoutLines = ({ chain, model, subject, basis }: Looked, lines: readonly MoneyLine[]): LeftOut[] => {
  const isNear = among(chain, withinReach(subject, 'after'));
  const told = new Set(lines.filter(({ kind }) => kind === 'benefit').map(({ key }) => key));
  return model.benefits.flatMap((benefit) => {
    const { key, as, unit } = benefit;
    if (as === 'supporting' || told.has(key) || !isNear({ kind: 'benefit', key })) return [];
    return [{ kind: 'benefit', key, why: isCounted(benefit) ? nothingSaid[basis] : `it is in ${unit}, not in money` }];
  });
};

const nothingSaid: Readonly<Record<Basis, string>> = {
  plan: 'no plan of it is approved',
  outlook: 'no plan of it is approved, and nothing is forecast or realised',
  actual: 'nothing of it is realised',
};

/** Each record once, however many amounts it has. */
const unshared = (lines: readonly MoneyLine[]): LeftOut[] =>
  [...Map.groupBy(lines, ({ kind, key }) => `${kind} ${key}`).values()].flatMap(([line]) =>
    line ? [{ kind: line.kind, key: line.key, why: noShare[line.kind] }] : [],
  );

const noShare: Readonly<Record<MoneyLine['kind'], string>> = {
  investment: 'no link on the way from it says what it passes',
  benefit: 'no link on the way to it says what is contributed',
};

const unconverted = ({ original, missing }: Extract<Conversion, { converted: undefined }>): string =>
  `${original.amount} ${original.currency}: ${missing}`;
