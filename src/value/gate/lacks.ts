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

/**
 * What is missing of the case for spending money: an outcome that it leads to, which has a measure and a baseline from
 * before money first went out, and leads to a benefit that somebody of the business owns.
 *
 * All of it has to be true of one outcome. Of several the one that lacks least is told.
 */
export const lacksIn = (chain: Chain, { outcomes, benefits }: Pick<DesignModel, 'outcomes' | 'benefits'>): LacksOf => {
  const owned = new Set<string>(
    benefits.filter(({ businessOwner }) => businessOwner !== undefined).map(({ key }) => key),
  );
  const known = new Map(
    outcomes.flatMap((outcome) => {
      const node = chain.find('outcome', outcome.key);
      return node ? [[node, { outcome, after: ofBenefits(node, owned) }] as const] : [];
    }),
  );
  return (node, firstSpentOn) => {
    const cases = [...withinReach(node, 'after')].flatMap((reached) => {
      const found = known.get(reached);
      return found ? [[...ofOutcome(found.outcome, firstSpentOn), ...found.after]] : [];
    });
    const [best] = cases.toSorted((a, b) => a.length - b.length);
    return best ?? [{ what: 'outcome', why: 'nothing leads from it to an outcome' }];
  };
};

const ofOutcome = ({ key, unit, direction, baseline }: Outcome, firstSpentOn: Day | undefined): Lack[] => {
  const lacks: Lack[] = [];
  if (unit === undefined || direction === undefined) {
    const lacking = unit === undefined ? 'unit' : 'better direction';
    lacks.push({ what: 'measure', why: `the outcome ${key} has no ${lacking}` });
  }
  if (baseline === undefined) lacks.push({ what: 'baseline', why: `the outcome ${key} has no baseline` });
  else if (firstSpentOn !== undefined && baseline.on > firstSpentOn) {
    const why = `the baseline of the outcome ${key} is of ${baseline.on}, after money first went out on ${firstSpentOn}`;
    lacks.push({ what: 'baseline', why });
  }
  return lacks;
};

const ofBenefits = (outcome: ChainNode, owned: ReadonlySet<string>): Lack[] => {
  const benefits = [...withinReach(outcome, 'after')].filter(({ kind }) => kind === 'benefit');
  if (benefits.length === 0)
    return [{ what: 'benefit', why: `nothing leads from the outcome ${outcome.key} to a benefit` }];
  if (benefits.some(({ key }) => owned.has(key))) return [];
  const keys = benefits.map(({ key }) => key).join(', ');
  return [{ what: 'business-owner', why: `no business owner answers for ${keys}` }];
};
