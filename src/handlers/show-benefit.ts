import { showBenefit } from '#api/benefits.ts';
import type { Benefit } from '#model/benefit.ts';
import { endOf } from '#model/chain-link.ts';
import { contributionTo } from '#value/benefit/contribution.ts';
import { curveOf } from '#value/benefit/curve.ts';
import { dueOf, measuredUntil } from '#value/benefit/due.ts';
import { accuracyOf, horizons, judgedForecasts, keptForecasts } from '#value/benefit/forecasts.ts';
import { lifetimeBand } from '#value/benefit/reference-class.ts';
import { likenessOf, similarTo } from '#value/benefit/similar.ts';
import { type Chain, type ChainNode, isInForce, nodeKinds } from '#value/chain/chain.ts';
import {
  type BenefitGround,
  benefitCalled,
  benefitGround,
  classesIn,
  realisedOf,
  rolesOf,
  rowOf,
  toldOn,
  workEnds,
} from './benefit-rows.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import type { Room } from './room.ts';

export const answerShowBenefit = serve(showBenefit, async ({ key, asOf, limit, offset }, room) => {
  const ground = await benefitGround(room, { asOf });
  const { model, periods, today, chain } = ground;
  const benefit = benefitCalled(key, ground);
  const classes = classesIn(model);
  const similar = similarTo(benefit, model.benefits, classes);
  const contribution = contributionTo({ kind: 'benefit', key }, model.chainLinks, today, namesIn(chain));
  const upstream = leadingLinks(key, ground);
  const owners = await ownersOf(room, key);
  return {
    ...toldOn(ground),
    benefit: rowOf(realisedOf(benefit, ground), ground),
    roles: rolesOf(ground),
    curve: curveOf(benefit, similar, periods, today).map((point) => ({ ...point, periods: [...point.periods] })),
    baselines: baselinesOf(upstream, ground),
    forecasts: keptForecasts(benefit, today).map((kept) => ({
      madeOn: kept.madeOn,
      profile: [...kept.profile],
      isPlan: kept.profile === benefit.plan?.profile,
    })),
    accuracy: horizons.map((months) => accuracyOf(judgedForecasts(benefit, periods, today, months), months)),
    reference: { like: likenessOf(benefit, classes) ?? null, band: lifetimeBand(similar, periods, today) },
    contribution: { ...contribution, claims: [...contribution.claims] },
    links: upstream.length,
    chain: upstream.slice(offset, offset + limit).map(({ link, giver, receiver }) => ({
      key: link.key,
      giver: nodeOf(giver),
      receiver: nodeOf(receiver),
      contributes: link.contributes ?? null,
      grade: link.grade,
    })),
    due: dueOf(benefit, periods, today),
    measuredUntil: measuredUntil(benefit, periods, today) ?? null,
    workEnds: workEnds(benefit, ground) ?? null,
    owners: asOf === undefined ? owners : owners.filter(({ at }) => at <= instantOf(room, asOf)),
    signOffs: signOffsOf(benefit, owners),
  };
});

const nodeOf = ({ kind, key, name }: ChainNode) => ({ kind, key, name });

export const namesIn =
  (chain: Chain) =>
  (kind: string, key: string): string => {
    const known = nodeKinds.find((each) => each === kind);
    return (known && chain.find(known, key)?.name) ?? key;
  };

/** The links that lead to a benefit on a day, those into the benefit first. */
const leadingLinks = (key: string, { chain, today }: BenefitGround) => {
  const end = chain.find('benefit', key);
  const reached = new Set(end ? [end] : []);
  return [...reachedBy(reached)].flatMap((node) => node.incoming.filter((step) => isInForce(step, today)));

  function reachedBy(nodes: Set<ChainNode>): Set<ChainNode> {
    for (const node of nodes) for (const step of node.incoming) if (isInForce(step, today)) nodes.add(step.giver);
    return nodes;
  }
};

const baselinesOf = (links: ReturnType<typeof leadingLinks>, { model }: BenefitGround) => {
  const keys = new Set(
    links.flatMap(({ link }) => {
      const { kind, key } = endOf(link.giver);
      return kind === 'outcome' ? [key] : [];
    }),
  );
  return model.outcomes.flatMap(({ key, name, unit = null, baseline }) =>
    baseline && keys.has(key) ? [{ outcome: key, name, unit, ...baseline }] : [],
  );
};

/** Who owned it, and every change of that, newest first; what a file states first is no change. */
const ownersOf = async (room: Room, key: string) => {
  const changes = await (await room.store()).history({ kind: 'benefit', key });
  return changes.flatMap(({ at, actor, reason, fields }) =>
    fields
      .filter(({ field }) => field === 'businessOwner')
      .map((change) => ({ from: textOf(change, 'from'), to: textOf(change, 'to'), at, actor, reason })),
  );
};

const textOf = (change: object, side: 'from' | 'to'): string | null => {
  const value: unknown = Reflect.get(change, side);
  return typeof value === 'string' ? value : null;
};

const instantOf = (room: Room, asOf: string): string => momentOf(asOf, room.workspace.configuration.timeZone, 'as-of');

type Owners = Awaited<ReturnType<typeof ownersOf>>;

/** Who confirmed which value, and whether he owned the benefit then, as far as the history tells. */
const signOffsOf = ({ realised, businessOwner }: Benefit, owners: Owners) =>
  realised.flatMap(({ period, value, confirmedBy: by, confirmedAt: at }) => {
    if (by === undefined) return [];
    const owner = at === undefined ? businessOwner : ownerAt(owners, at);
    return [{ period, value, by, at: at ?? null, isOwner: by === owner }];
  });

/** Before the first change on record whoever was stated first. */
const ownerAt = (owners: Owners, at: string): string | null =>
  (owners.find((change) => Date.parse(change.at) <= Date.parse(at)) ?? owners.at(-1))?.to ?? null;
