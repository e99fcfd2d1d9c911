import { showInitiative } from '#api/portfolio.ts';
import { sql } from '#engine/sql.ts';
import type { Day } from '#model/day.ts';
import type { Initiative } from '#model/initiative.ts';
import type { ChainNode, ChainStep } from '#value/chain/chain.ts';
import { fundingAmounts } from '#value/chain/coverage.ts';
import type { Days } from '#value/chain/funding.ts';
import { breaksAhead, breaksBehind, inForceWithin } from '#value/chain/reach.ts';
import { stubReasons } from '#value/chain/stubs.ts';
import { type Trace, traceOf } from '#value/chain/trace.ts';
import { sumsOf } from './capabilities.ts';
import { serve } from './define.ts';
import { toldIn } from './in-totals.ts';
import { recordCalled } from './record-id.ts';
import { refreshIfAny } from './refresh.ts';
import type { Room } from './room.ts';
import { daysOf, nodeCalled, toldBeside, type ValueGround, valueGround } from './value-ground.ts';

export const answerShowInitiative = serve(showInitiative, async ({ initiative: key, together, ...asked }, room) => {
  const ground = await valueGround(room, asked);
  const { model, chain } = ground;
  const initiative = recordCalled('initiative', key, model.initiatives);
  const node = nodeCalled(chain, 'initiative', key);
  const days = daysOf(ground, asked);
  const told = toldIn(ground, together);
  const { lines } = told.funding('spend', days);
  const traces = traceOf(chain, 'forward', fundingAmounts(chain, lines), node);
  const { plannedStart = null, plannedEnd = null, actualStart = null, actualEnd = null } = initiative;
  return {
    ...toldBeside(ground, days),
    rates: told.rates(),
    initiative: {
      key,
      name: initiative.name,
      note: initiative.note ?? null,
      class: initiative.class ?? null,
      status: initiative.status ?? null,
      deliveryModel: initiative.deliveryModel ?? null,
      sponsor: namedIn(model.roles, initiative.sponsor),
      team: namedIn(model.teams, initiative.team),
      sizeClass: initiative.sizeClass ?? null,
      dates: { plannedStart, plannedEnd, actualStart, actualEnd },
      commitments: initiative.commitments.map((each) => ({ ...each, ...keptOf(initiative, each.date, ground.today) })),
      expectation: expectationOf(initiative),
      spend: traces.map(({ unit, whole }) => ({ amount: whole, currency: unit })),
      investments: inForceWithin(node.incoming, days).map((step) => joinedOf(traces, step, step.giver)),
      capabilities: inForceWithin(node.outgoing, days).map((step) => ({
        ...joinedOf(traces, step, step.receiver),
        expectedGain: step.link.expectedGain ?? null,
      })),
      outcomes: reachedOf(traces, 'outcome').map(({ key: of, name, amounts }) => ({ key: of, name, amounts })),
      benefits: reachedOf(traces, 'benefit'),
      breaks: breaksOf(ground, node, days),
      ranks: ranksOf(ground, key),
      execution: asked.asOf === undefined ? await executionOf(room, key) : null,
    },
  };
});

const namedIn = (records: readonly { readonly key: string; readonly name: string }[], key: string | undefined) => {
  const record = records.find((each) => each.key === key);
  return record ? { key: record.key, name: record.name } : null;
};

const dayMs = 86_400_000;

/** A promise of an initiative that was stopped is as little kept as one that is overdue. */
const keptOf = ({ actualEnd, status }: Initiative, date: Day, today: Day) => {
  const late = (day: Day): number => (Date.parse(day) - Date.parse(date)) / dayMs;
  if (actualEnd !== undefined) return { kept: actualEnd <= date && status !== 'stopped', daysLate: late(actualEnd) };
  return today <= date ? { kept: null, daysLate: null } : { kept: false, daysLate: late(today) };
};

const expectationOf = ({ expectation }: Initiative) => {
  if (!expectation) return null;
  const { date = null, measure = null, budget = null, confirmedAt } = expectation;
  return { date, measure, budget, confirmed: confirmedAt !== undefined };
};

const joinedOf = (traces: readonly Trace[], step: ChainStep, { key, name }: ChainNode) => ({
  key,
  name,
  amounts: traces.flatMap(({ unit, steps }) =>
    steps.filter((each) => each.step === step).map(({ amount }) => ({ amount, currency: unit })),
  ),
  passes: step.link.passes ?? null,
  contributes: step.link.contributes ?? null,
  grade: step.link.grade,
});

/** The records of a kind that its money came to, currency by currency. */
const reachedOf = (traces: readonly Trace[], kind: ChainNode['kind']) => {
  const reached = traces.flatMap(({ unit, nodes }) =>
    nodes.filter(({ node }) => node.kind === kind).map((each) => ({ ...each, currency: unit })),
  );
  return [...Map.groupBy(reached, ({ node }) => node)].map(([{ key, name }, own]) => ({
    key,
    name,
    amounts: sumsOf(own.map(({ amount, currency }) => ({ amount, currency }))),
    byGrade: own.flatMap(({ byGrade, currency }) =>
      (['A', 'B', 'C', 'D', 'E'] as const).flatMap((grade) => {
        const amount = byGrade[grade];
        return amount === undefined ? [] : [{ grade, amount, currency }];
      }),
    ),
  }));
};

const breaksOf = ({ chain, model }: ValueGround, node: ChainNode, days: Days) => ({
  ahead: breaksAhead(chain, days, stubReasons(model)).get(node) ?? null,
  behind: breaksBehind(chain, days).get(node) ?? null,
});

const ranksOf = ({ model }: ValueGround, initiative: string) =>
  model.priorityLists
    .flatMap(({ key, period, approvedOn, ranking }) => {
      const own = ranking.find((rank) => rank.initiative === initiative);
      return own ? [{ list: key, period, approvedOn, rank: own.rank, of: ranking.length }] : [];
    })
    .toSorted((a, b) => (a.approvedOn > b.approvedOn ? -1 : 1));

/** What logs hold of it; a median of fewer than five items would tell of single ones. */
const executionOf = async (room: Room, initiative: string) => {
  if (room.workspace.configuration.sources.length === 0) return null;
  const standing = await refreshIfAny(room);
  if (!standing || standing.sources.length === 0) return null;
  const found = await standing.engine.one<Execution>(sql`
    select count(*)::int as items, count(*) filter (where status = 'done')::int as done,
           case when count(flow_elapsed) filter (where status = 'done') >= 5
             then median(flow_elapsed / 86400) filter (where status = 'done') end as "flowDaysP50",
           count(*) filter (where promised is not null and (status = 'done' or promised < ${standing.asOf}))::int as promised,
           count(*) filter (where promised is not null and status = 'done' and ended <= promised)::int as kept
    from item_fact cross join name_list as named
    where named.value[initiative + 1] = ${initiative}`);
  return found && found.items > 0 ? found : null;
};

type Execution = {
  readonly items: number;
  readonly done: number;
  readonly flowDaysP50: number | null;
  readonly promised: number;
  readonly kept: number;
};
