import { decimalOf, isSome, placesOf, sharedOut, unitsOf } from '#model/decimal.ts';
import { minorPlaces } from '#model/money.ts';
import type { Grade } from '#model/reading.ts';
import { type Chain, type ChainNode, type ChainStep, isInForce } from './chain.ts';
import type { FundingLine } from './funding.ts';
import { grades } from './lanes.ts';

/**
 * A part of a line of money: by which initiative it goes to which capability. What goes no further is a part too, with the
 * `reason`; its capability, or initiative and capability, are undefined.
 */
export type AllocatedPart = FundingLine & {
  readonly initiative: string | undefined;
  readonly capability: string | undefined;
  readonly reason: 'no-investment' | 'no-initiative' | 'no-capability' | undefined;
  /** The weaker of the grades of the two links; none where money went by no link. */
  readonly grade: Grade | undefined;
};

/**
 * Which capabilities money goes to, line by line.
 *
 * The parts of a line add up to it, to the smallest coin of its currency (or the last place it is stated with), so sums over
 * any lines tie to the ledger. Each line goes by the links that hold on its day.
 */
export const allocated = (chain: Chain, lines: readonly FundingLine[]): AllocatedPart[] =>
  lines.flatMap((line) => partsOf(chain, line).filter(({ amount }) => isSome(amount.amount)));

const partsOf = (chain: Chain, line: FundingLine): AllocatedPart[] => {
  const {
    amount: { amount, currency },
  } = line;
  const places = Math.max(minorPlaces(currency), placesOf(amount));
  const part = (units: bigint, ...ways: readonly ChainStep[]): AllocatedPart => {
    const [initiative, capability] = ways.map(({ receiver }) => receiver.key);
    const grade = ways.length === 0 ? undefined : grades[Math.max(...ways.map((step) => step.grade))];
    const reason =
      capability !== undefined
        ? undefined
        : initiative === undefined
          ? ('no-initiative' as const)
          : ('no-capability' as const);
    return { ...line, amount: { amount: decimalOf(units, places), currency }, initiative, capability, reason, grade };
  };
  const investment = line.investment === undefined ? undefined : chain.find('investment', line.investment);
  if (!investment) return [{ ...part(unitsOf(amount, places)), reason: 'no-investment' }];
  const first = divided(investment, unitsOf(amount, places), line);
  return [
    part(first.rest),
    ...first.parts.flatMap(([step, units]) => {
      const second = divided(step.receiver, units, line);
      return [part(second.rest, step), ...second.parts.map(([next, some]) => part(some, step, next))];
    }),
  ];
};

const divided = (node: ChainNode, units: bigint, { on }: FundingLine) => {
  const steps = node.outgoing.filter((step) => step.passes > 0 && isInForce(step, on));
  const { parts, rest } = sharedOut(
    units,
    steps.map(({ passes }) => passes),
  );
  return { rest, parts: steps.map((step, place) => [step, parts[place] ?? 0n] as const) };
};
