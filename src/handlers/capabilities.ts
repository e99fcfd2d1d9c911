import { listCapabilities, showCapability } from '#api/portfolio.ts';
import { type Day, dayBefore } from '#model/day.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import type { Money } from '#model/money.ts';
import { type AllocatedPart, allocated } from '#value/chain/allocation.ts';
import { type AllocationRow, allocationOf } from '#value/chain/allocation-rows.ts';
import { importanceOf, maturityOn, ownersOn } from '#value/chain/capability-facts.ts';
import type { ChainNode } from '#value/chain/chain.ts';
import type { Days, FundingLine } from '#value/chain/funding.ts';
import { inForceWithin } from '#value/chain/reach.ts';
import { type StrategyOn, strategyOn } from '#value/chain/strategy.ts';
import { serve } from './define.ts';
import { type Told, toldIn } from './in-totals.ts';
import { recordCalled } from './record-id.ts';
import { daysOf, nodeCalled, toldBeside, type ValueGround, valueGround } from './value-ground.ts';

type Capability = ValueGround['model']['capabilities'][number];

/** What the cards of capabilities are made on. */
type Looked = {
  readonly ground: ValueGround;
  readonly days: Days;
  /** The last of the days, or today where that is still to come: what is known of levels, owners and goals is of it. */
  readonly day: Day;
  readonly strategy: StrategyOn;
  readonly told: Told;
  readonly lines: readonly FundingLine[];
  readonly rows: ReadonlyMap<string | undefined, readonly AllocationRow[]>;
};

const lookAt = (ground: ValueGround, days: Days, { cut, together }: { cut: number; together: boolean }): Looked => {
  const last = dayBefore(days.to);
  const day = [last, ground.today].sort()[0] ?? last;
  const told = toldIn(ground, together);
  const { lines } = told.funding('spend', days);
  const { rows } = allocationOf(ground.chain, ground.model, lines);
  const byCapability = Map.groupBy(rows, ({ capability }) => capability);
  return { ground, days, day, strategy: strategyOn(ground.model, day, cut), told, lines, rows: byCapability };
};

export const answerListCapabilities = serve(listCapabilities, async ({ together, ...asked }, room) => {
  const ground = await valueGround(room, asked);
  const days = daysOf(ground, asked);
  const looked = lookAt(ground, days, { cut: room.workspace.configuration.strategicCut, together });
  return {
    ...toldBeside(ground, days),
    rates: looked.told.rates(),
    period: looked.strategy.period ?? null,
    capabilities: ground.model.capabilities.map((capability) => cardOf(looked, capability)),
  };
});

const cardOf = ({ ground: { model, chain }, days, day, strategy, rows }: Looked, capability: Capability) => {
  const { key, name, kind, parent = null } = capability;
  const node = chain.find('capability', key);
  const givers = new Set(inForceWithin(node?.incoming ?? [], days).map(({ giver }) => giver));
  const receivers = new Set(inForceWithin(node?.outgoing ?? [], days).map(({ receiver }) => receiver));
  return {
    key,
    name,
    kind,
    parent,
    importanceShare: strategy.shares.get(key) ?? null,
    importance: importanceOf(model, key, strategy) ?? null,
    strategic: strategy.period === undefined ? null : strategy.strategic.has(key),
    maturity: maturityOn(model, key, day).map(({ scale, latest, stale = null, target = null, gap = null }) => ({
      scale,
      level: latest?.level ?? null,
      on: latest?.on ?? null,
      stale,
      target,
      gap,
    })),
    spend: sumsOf((rows.get(key) ?? []).map(({ currency, amount }) => ({ currency, amount }))),
    owners: ownersOn(model, 'capability', key, day).map((owner) => ({
      ...owner,
      name: nameIn(model.teams, owner.team),
    })),
    initiatives: givers.size,
    outcomes: receivers.size,
    findings: model.findings.filter(({ scope, status }) => scope.capability === key && isStanding(status)).length,
  };
};

const isStanding = (status: string): boolean => status === 'open' || status === 'accepted';

const nameIn = (records: readonly { readonly key: string; readonly name: string }[], key: string): string =>
  records.find((record) => record.key === key)?.name ?? key;

/** Added up currency by currency. */
export const sumsOf = (amounts: readonly Money[]): Money[] =>
  [...Map.groupBy(amounts, ({ currency }) => currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({ amount: sumOfDecimals(own.map(({ amount }) => amount)), currency }));

export const answerShowCapability = serve(showCapability, async ({ capability: key, together, ...asked }, room) => {
  const ground = await valueGround(room, asked);
  const { model, chain } = ground;
  const capability = recordCalled('capability', key, model.capabilities);
  const node = nodeCalled(chain, 'capability', key);
  const days = daysOf(ground, asked);
  const looked = lookAt(ground, days, { cut: room.workspace.configuration.strategicCut, together });
  const { strategy } = looked;
  return {
    ...toldBeside(ground, days),
    rates: looked.told.rates(),
    period: strategy.period ?? null,
    capability: {
      ...cardOf(looked, capability),
      description: capability.description ?? null,
      children: model.capabilities
        .filter(({ parent }) => parent === key)
        .map((each) => ({ key: each.key, name: each.name })),
      goals: goalsOf(ground, key, strategy),
      assessments: model.maturityAssessments
        .filter((each) => each.capability === key)
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ on, scale, level, assessor = null, method = null }) => ({ on, scale, level, assessor, method })),
      by: {
        initiatives: initiativesOf(looked, node),
        outcomes: inForceWithin(node.outgoing, days).map(({ receiver, link }) => ({
          key: receiver.key,
          name: receiver.name,
          hypothesis: link.hypothesis ?? null,
          grade: link.grade,
        })),
        findings: model.findings
          .filter(({ scope }) => scope.capability === key)
          .map(({ key: of, name, status, severity = null }) => ({ key: of, name, status, severity })),
      },
    },
  };
});

const goalsOf = ({ model }: ValueGround, capability: string, { period }: StrategyOn) =>
  model.goalCapabilities.flatMap(({ goal: key, capability: of, importance }) => {
    const goal = model.goals.find((each) => each.key === key);
    if (of !== capability || !goal) return [];
    const weight = goal.weights.find((each) => each.period === period)?.weight ?? null;
    return [{ key: goal.key, name: goal.name, statement: goal.statement, importance, weight }];
  });

const initiativesOf = ({ ground: { model, chain }, days, lines: all }: Looked, node: ChainNode) => {
  const funders = new Set(
    inForceWithin(node.incoming, days).flatMap(({ giver }) =>
      inForceWithin(giver.incoming, days).map((step) => step.giver.key),
    ),
  );
  const lines = all.filter(({ investment = '' }) => funders.has(investment));
  const parts = Map.groupBy(allocated(chain, lines), ({ initiative, capability }) => `${initiative} ${capability}`);
  return inForceWithin(node.incoming, days).map(({ giver, link }) => ({
    key: giver.key,
    name: giver.name,
    status: model.initiatives.find(({ key }) => key === giver.key)?.status ?? null,
    spend: sumsOf((parts.get(`${giver.key} ${node.key}`) ?? []).map(({ amount }: AllocatedPart) => amount)),
    expectedGain: link.expectedGain ?? null,
  }));
};
