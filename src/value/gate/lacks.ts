import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Outcome } from '#model/outcome.ts';
import type { Chain, ChainNode } from '../chain/chain.ts';
import { withinReach } from '../finance/within-reach.ts';

/** What a case may lack, and in words why it does. */
export type Lack = {
  readonly what: 'outcome' | 'benefit' | 'baseline' | 'measure' | 'business-owner';
  readonly why: string;
};

/** What is missing of the case of one record, on which money first went out on a day. */
export type LacksOf = (node: ChainNode, firstSpentOn: Day | undefined) => Lack[];

/** An outcome as a case, but for whether its baseline comes in time. */
type Case = { readonly outcome: Outcome; readonly lacks: readonly Lack[] };

/** The best cases that a record leads to: of those that lack equally much, the one with the earliest baseline. */
type Cases = ReadonlyMap<number, Case>;

/**
 * What is missing of the case for spending money: an outcome that it leads to, which has a measure and a baseline from
 * before money first went out, and leads to a benefit that somebody of the business owns.
 *
 * All of it has to be true of one outcome. Of several the one that lacks least is told. They are handed up the chain from
 * its end, so that a record is looked at once, however many lead to it.
 */
export const lacksIn = (chain: Chain, { outcomes, benefits }: Pick<DesignModel, 'outcomes' | 'benefits'>): LacksOf => {
  const owned = new Set<string>(
    benefits.filter(({ businessOwner }) => businessOwner !== undefined).map(({ key }) => key),
  );
  const known = new Map<string, Outcome>(outcomes.map((outcome) => [outcome.key, outcome]));
  const best = new Map<ChainNode, Cases>();
  for (const node of chain.order.toReversed()) {
    const outcome = node.kind === 'outcome' ? known.get(node.key) : undefined;
    const own = outcome ? [{ outcome, lacks: [...ofOutcome(outcome), ...ofBenefits(node, owned)] }] : [];
    const handed = node.outgoing.flatMap(({ receiver }) => [...(best.get(receiver)?.values() ?? [])]);
    best.set(node, bestOf([...own, ...handed]));
  }
  return (node, firstSpentOn) => {
    const cases = [...(best.get(node)?.values() ?? [])].map(({ outcome, lacks }) => [
      ...lacks,
      ...ifLate(outcome, firstSpentOn),
    ]);
    const [least] = cases.toSorted((a, b) => a.length - b.length);
    return least ?? [{ what: 'outcome', why: 'nothing leads from it to an outcome' }];
  };
};

const bestOf = (cases: readonly Case[]): Cases => {
  const best = new Map<number, Case>();
  for (const each of cases) {
    const known = best.get(each.lacks.length);
    if (!known || begins(each) < begins(known)) best.set(each.lacks.length, each);
  }
  return best;
};

const begins = ({ outcome }: Case): Day => outcome.baseline?.on ?? '9999-12-31';

const ofOutcome = ({ key, unit, direction, baseline }: Outcome): Lack[] => {
  const lacks: Lack[] = [];
  if (unit === undefined || direction === undefined) {
    const lacking = unit === undefined ? 'unit' : 'better direction';
    lacks.push({ what: 'measure', why: `the outcome ${key} has no ${lacking}` });
  }
  if (baseline === undefined) lacks.push({ what: 'baseline', why: `the outcome ${key} has no baseline` });
  return lacks;
};

const ifLate = ({ key, baseline }: Outcome, firstSpentOn: Day | undefined): Lack[] => {
  if (baseline === undefined || firstSpentOn === undefined || baseline.on <= firstSpentOn) return [];
  const why = `the baseline of the outcome ${key} is of ${baseline.on}, after money first went out on ${firstSpentOn}`;
  return [{ what: 'baseline', why }];
};

const ofBenefits = (outcome: ChainNode, owned: ReadonlySet<string>): Lack[] => {
  const benefits = [...withinReach(outcome, 'after')].filter(({ kind }) => kind === 'benefit');
  if (benefits.length === 0)
    return [{ what: 'benefit', why: `nothing leads from the outcome ${outcome.key} to a benefit` }];
  if (benefits.some(({ key }) => owned.has(key))) return [];
  const keys = benefits.map(({ key }) => key).join(', ');
  return [{ what: 'business-owner', why: `no business owner answers for ${keys}` }];
};
