import { type Effect, listOutcomes, type OutcomeRow, showOutcome } from '#api/outcomes.ts';
import type { Day } from '#model/day.ts';
import { type Initiative, wentLive } from '#model/initiative.ts';
import type { Outcome } from '#model/outcome.ts';
import { contributionTo } from '#value/benefit/contribution.ts';
import { initiativesBefore } from '#value/chain/initiatives-before.ts';
import { type Change, isTold } from '#value/effect/effect.ts';
import { judgedEffect } from '#value/effect/judged.ts';
import { notLiveSentence } from '#value/effect/sentence.ts';
import { withinReach } from '#value/finance/within-reach.ts';
import { toldOn } from './benefit-rows.ts';
import { serve } from './define.ts';
import { pricedChain } from './priced-chain.ts';
import { recordCalled } from './record-id.ts';
import { namesIn } from './show-benefit.ts';
import type { ValueGround } from './value-ground.ts';

export const answerListOutcomes = serve(listOutcomes, async (asked, room) => {
  const priced = await pricedChain(room, asked);
  const { chain, model } = priced;
  const workBefore = initiativesBefore(chain);
  return {
    ...toldOn(priced),
    outcomes: model.outcomes.map((outcome) => {
      const node = chain.find('outcome', outcome.key);
      return rowOf(known(outcome, priced), node ? workBefore(node) : 0);
    }),
  };
});

export const answerShowOutcome = serve(showOutcome, async ({ key, asOf }, room) => {
  const priced = await pricedChain(room, { asOf });
  const { model, chain, today } = priced;
  const outcome = known(recordCalled('outcome', key, model.outcomes), priced);
  const work = workBehind(key, priced);
  const { grade, others, sentence } = contributionTo({ kind: 'outcome', key }, model.chainLinks, today, namesIn(chain));
  return {
    ...toldOn(priced),
    outcome: rowOf(outcome, work.length),
    measurements: outcome.measurements,
    control: outcome.control,
    effects: effectsOn(outcome, work, today),
    rivals: outcome.rivals,
    contribution: { grade, others, sentence },
  };
});

/** The outcome without what was measured later. */
const known = (outcome: Outcome, { today }: ValueGround): Outcome => ({
  ...outcome,
  measurements: outcome.measurements.filter(({ on }) => on <= today),
  control: outcome.control.filter(({ on }) => on <= today),
});

const rowOf = (outcome: Outcome, initiatives: number): OutcomeRow => {
  const {
    key,
    name,
    kind = null,
    unit = null,
    direction = null,
    baseline = null,
    target = null,
    measurements,
  } = outcome;
  const last = measurements.at(-1);
  const latest = last ? { on: last.on, value: last.value } : null;
  const way = baseline && target ? target.value - baseline.value : 0;
  return {
    key,
    name,
    kind,
    unit,
    direction,
    baseline,
    target,
    latest,
    measurements: measurements.length,
    progress: baseline && latest && latest.on > baseline.on && way !== 0 ? (latest.value - baseline.value) / way : null,
    openRivals: outcome.rivals.filter(({ standing }) => standing === 'open').length,
    initiatives,
  };
};

/** The initiatives that lead to an outcome, whenever their links hold. */
const workBehind = (key: string, { chain, model }: ValueGround): Initiative[] => {
  const end = chain.find('outcome', key);
  const before = end ? [...withinReach(end, 'before', ({ giver }) => giver.kind !== 'investment')] : [];
  const keys = new Set(before.flatMap((node) => (node.kind === 'initiative' ? [node.key] : [])));
  return model.initiatives.filter((initiative) => keys.has(initiative.key));
};

/** What each initiative did, told apart from the others that went live. */
const effectsOn = (outcome: Outcome, work: readonly Initiative[], today: Day): Effect[] => {
  const changes = work.flatMap((initiative) => {
    const liveOn = wentLive(initiative);
    return liveOn !== undefined && liveOn <= today ? [{ key: initiative.key, name: initiative.name, liveOn }] : [];
  });
  return work.map(({ key, name }) => {
    const own = changes.find((change) => change.key === key);
    if (!own) return untold({ initiative: key, name, liveOn: null, sentence: notLiveSentence(name, outcome.name) });
    const others = changes.filter((change) => change.key !== key);
    const { effect, ...judged } = judgedEffect(outcome, own, others);
    const told = { initiative: key, name, liveOn: own.liveOn, ...judged, weaknesses: [...judged.weaknesses] };
    if (!isTold(effect)) return untold(told);
    const { beside, apart, without, ...estimate } = effect;
    const lists = { beside: beside.map(plain), apart: apart.map(plain), without: [...without] };
    return { ...told, estimate: { ...estimate, ...lists } };
  });
};

const plain = ({ name, liveOn }: Change) => ({ name, liveOn });

const untold = (told: Pick<Effect, 'initiative' | 'name' | 'liveOn' | 'sentence'>): Effect => ({
  ...told,
  moved: null,
  better: null,
  grade: null,
  weaknesses: [],
  estimate: null,
});
