import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conformToDesign, listBrokenCases } from '#api/diagnosis.ts';
import { discoverModel } from '#api/discovery.ts';
import { readMetric } from '#api/figures.ts';
import type { Room } from '#handlers/room.ts';
import type { Discovery } from '#model/discovery.ts';
import type { Reading } from '#model/reading.ts';
import { type Fault, faultNames, noFaults, type Switches } from '../tools/generate/service-desk/faults.ts';
import { generate } from '../tools/generate/service-desk/generate.ts';
import { folderOf } from './fixtures/generated.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

/** Where a fault shows in what the product says, and whether it does. */
type Sign = { readonly where: string; readonly shows: (room: Room) => Promise<boolean> };

const ruled = (room: Room, rule: string) => ask(room, listBrokenCases, { rule, limit: 100_000 });

type Broken = Awaited<ReturnType<typeof ruled>>['cases'][number];

const broke = async (room: Room, rule: string, of: Partial<Broken>): Promise<number> => {
  const { cases } = await ruled(room, rule);
  return cases.filter((each) => expect.objectContaining(of).asymmetricMatch(each)).length;
};

const read = async (room: Room, metric: string, cut: object = {}): Promise<readonly Reading[]> =>
  (await ask(room, readMetric, { metric, ...cut })).readings;

const discovered = async (room: Room): Promise<Discovery> => (await ask(room, discoverModel, {})).discovery;

/** Each limit lies far from what is counted with the fault and from what is counted without it. */
const signs: Readonly<Record<Fault, Sign>> = {
  'wrong-owner': {
    where: 'structure.work-by-owner: work by Claims on claims payout; discovery: Claims owns it',
    shows: async (room) => {
      const owner = (await discovered(room)).owners.find(({ key }) => key === 'claims-payout')?.owner;
      const of = { capability: 'claims-payout', team: 'claims' };
      return owner === 'claims' && (await broke(room, 'structure.work-by-owner', of)) >= 50;
    },
  },
  'shared-capability': {
    where:
      'structure.work-by-owner: work by Mobile App on customer notifications; discovery: it does as much as their owner',
    shows: async (room) => {
      const notifications = (await discovered(room)).owners.find(({ key }) => key === 'customer-notifications');
      const share = notifications?.teams.find(({ team }) => team === 'mobile-app')?.share.value ?? 0;
      const of = { capability: 'customer-notifications', team: 'mobile-app' };
      return share > 0.4 && (await broke(room, 'structure.work-by-owner', of)) >= 50;
    },
  },
  'ping-pong': {
    where: 'flow.ping-pong of Endpoint Engineering and Collaboration Tools',
    shows: async (room) => {
      const teams = await read(room, 'flow.ping-pong', { by: 'team' });
      return ['endpoint', 'collaboration'].every((team) => (figureOf(teams, 'team', team) ?? 0) > 0.1);
    },
  },
  'over-escalation': {
    where: 'governance.at-intended-level: changes decided above their level',
    shows: async (room) => {
      const of = { decisionType: 'change-approval', because: 'decided at level IT leadership, intended at Department' };
      return (await broke(room, 'governance.at-intended-level', of)) >= 30;
    },
  },
  'rubber-stamp': {
    where: 'governance.forums-decide and discovery: the Procurement Review Forum never refuses',
    shows: async (room) => {
      const { result, cases } = await ruled(room, 'governance.forums-decide');
      const { neverRefuse } = await discovered(room);
      return (
        (result.severity?.value ?? 0) >= 50 &&
        cases.every(({ object }) => object === 'procurement-review-forum') &&
        neverRefuse.some(({ by }) => by === 'procurement-review-forum')
      );
    },
  },
  'slow-forum': {
    where: 'governance.within-target-time: architecture exceptions decided too late',
    shows: async (room) =>
      (await broke(room, 'governance.within-target-time', { decisionType: 'architecture-exception' })) >= 20,
  },
  'skipped-stages': {
    where: 'delivery.allowed-transitions: verification and approval are skipped',
    shows: async (room) => {
      const { result, cases } = await ruled(room, 'delivery.allowed-transitions');
      const skips = (how: string): Set<string | null> =>
        new Set(cases.filter(({ because }) => because.startsWith(how)).map(({ team }) => team));
      const unverified = skips('moved from In progress to Resolved (skipped)');
      return (
        unverified.size === 2 &&
        unverified.has('mobile-app') &&
        unverified.has('endpoint') &&
        skips('moved from Assessment to Implementation (skipped)').size > 0 &&
        result.broke === cases.length
      );
    },
  },
  'missed-commitments': {
    where: 'delivery.commitments-kept: Policy Administration misses its dates; flow.commitments-kept by team',
    shows: async (room) => {
      const kept = figureOf(await read(room, 'flow.commitments-kept', { by: 'team' }), 'team', 'policy-admin') ?? 1;
      return kept < 0.6 && (await broke(room, 'delivery.commitments-kept', { team: 'policy-admin' })) >= 30;
    },
  },
  'wip-over-limit': {
    where: 'delivery.wip-within-limits: review is over its limit',
    shows: async (room) => {
      const { result } = await ruled(room, 'delivery.wip-within-limits');
      return (
        (result.severity?.value ?? 0) >= 50 &&
        (await broke(room, 'delivery.wip-within-limits', { object: 'stage review' })) >= 100
      );
    },
  },
  reopenings: {
    where: 'quality.reopened, and governance.settled-once for purchases',
    shows: async (room) => {
      const [again] = await read(room, 'quality.reopened');
      return (
        (again?.value ?? 0) > 0.05 && (await broke(room, 'governance.settled-once', { decisionType: 'purchase' })) >= 10
      );
    },
  },
  'uneven-paths': {
    where: 'governance.applied-evenly: ways of access approvals',
    shows: async (room) => {
      const { result } = await ruled(room, 'governance.applied-evenly');
      return (
        (result.severity?.value ?? 0) >= 50 &&
        (await broke(room, 'governance.applied-evenly', { object: 'access' })) >= 15
      );
    },
  },
  'late-slowdown': {
    where:
      'flow.waiting of the teams of Insurance Core: two and a half times as long in queues as in the quarter before',
    shows: async (room) => {
      const before = await queuedInCore(room, '2025-Q4');
      return (await queuedInCore(room, '2026-Q1')) > 2.5 * before;
    },
  },
  'crossed-boundaries': {
    where: 'structure.boundaries-follow-flow: the best grouping moves a team of Security to Infrastructure',
    shows: async (room) => {
      const { result } = await ruled(room, 'structure.boundaries-follow-flow');
      const { modularityDesigned, modularityBest, regroupFrom, regroupTo } = result.details;
      return (
        result.broke >= 100 &&
        Number(modularityBest) - Number(modularityDesigned) > 0.05 &&
        [regroupFrom, regroupTo].every((group) => group === 'infrastructure' || group === 'security')
      );
    },
  },
  'rush-at-quarter-end': {
    where: 'engagement.demand-channel, read under pressure only: demand goes past the intake',
    shows: async (room) => {
      const { pressure } = (await ruled(room, 'engagement.demand-channel')).result;
      return pressure !== null && pressure.upper < -0.03 && pressure.rest.value > 0.88;
    },
  },
  'unclear-right': {
    where: 'decision.unclear-right: releases of customer data',
    shows: async (room) => {
      const types = await read(room, 'decision.unclear-right', { by: 'decision-type' });
      return figureOf(types, 'decision-type', 'data-release') === 1;
    },
  },
};

const figureOf = (readings: readonly Reading[], scope: 'team' | 'decision-type', key: string): number | undefined =>
  readings.find(({ subject }) => subject[scope] === key)?.value ?? undefined;

/** Mean days in queue of the items that the teams of Insurance Core finished in a quarter. */
const queuedInCore = async (room: Room, quarter: string): Promise<number> => {
  let [days, items] = [0, 0];
  for (const key of ['core-support', 'policy-admin', 'claims', 'billing']) {
    const readings = await read(room, 'flow.waiting', {
      by: 'period',
      period: 'quarter',
      where: { scope: 'team', key },
    });
    const own = readings.find(({ subject }) => subject.period === quarter);
    days += (own?.also.queue ?? 0) * (own?.n ?? 0);
    items += own?.n ?? 0;
  }
  return days / items;
};

const inWorkspace = async <Answer>(faults: Switches, work: (room: Room) => Promise<Answer>): Promise<Answer> => {
  const folder = folderOf(generate({ seed: 1, faults }));
  const room = roomIn(folder);
  try {
    return await work(room);
  } finally {
    await room.close();
    removed(folder);
  }
};

describe('with every fault planted', () => {
  let room: Room;
  beforeAll(() => {
    room = roomIn(folderOf(generate({ seed: 1 })));
  });
  afterAll(async () => {
    await room.close();
    removed(room.folder);
  });

  test.each(faultNames.map((fault) => [fault, signs[fault].where] as const))('%s shows in %s', async (fault) => {
    expect(await signs[fault].shows(room)).toBe(true);
  });
});

test.each(faultNames)('without %s there is no sign of it among the others', async (fault) => {
  expect(await inWorkspace({ [fault]: false }, signs[fault].shows)).toBe(false);
});

describe('the organisation as designed', () => {
  let answer: Awaited<ReturnType<typeof conform>>;
  const conform = (room: Room) => ask(room, conformToDesign, {});
  let signsSeen: Fault[];
  beforeAll(async () => {
    await inWorkspace(noFaults, async (room) => {
      answer = await conform(room);
      signsSeen = [];
      for (const fault of faultNames) if (await signs[fault].shows(room)) signsSeen.push(fault);
    });
  });

  test('shows no sign of any fault', () => {
    expect(signsSeen).toEqual([]);
  });

  test('keeps every rule within what is tolerable', () => {
    const read = answer.results.filter(({ severity }) => severity !== null);
    expect(read.length).toBeGreaterThanOrEqual(14);
    expect(read.filter(({ severity }) => (severity?.value ?? 0) >= 50).map(({ rule }) => rule)).toEqual([]);
  });

  test('scores at least 80 in each dimension that can be read', () => {
    const scores = answer.dimensions.flatMap(({ dimension, score }) => (score === null ? [] : [{ dimension, score }]));
    expect(scores.map(({ dimension }) => dimension)).toEqual(['structure', 'governance', 'delivery', 'engagement']);
    for (const { dimension, score } of scores) expect(score, dimension).toBeGreaterThanOrEqual(80);
  });
});
