import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import type { Room } from '#handlers/room.ts';
import type { Sign } from '#model/sign.ts';
import { noFaults, type Switches } from '../tools/generate/service-desk/faults.ts';
import { generate } from '../tools/generate/service-desk/generate.ts';
import { folderOf } from './fixtures/generated.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

const signsWith = async (faults: Switches): Promise<Map<string, Sign>> => {
  const room: Room = roomIn(folderOf(generate({ seed: 1, faults })));
  try {
    const { signs } = await ask(room, diagnoseWorkspace, {});
    return new Map(signs.map((sign) => [sign.sign, sign]));
  } finally {
    await room.close();
    removed(room.folder);
  }
};

const severityOf = (signs: ReadonlyMap<string, Sign>, id: string): number => {
  const rules = [...signs.values()].flatMap((sign) => sign.rules);
  return rules.find(({ rule }) => rule === id)?.severity?.value ?? Number.NaN;
};

describe('with every fault planted', () => {
  let signs: Map<string, Sign>;
  beforeAll(async () => {
    signs = await signsWith({});
  });

  test.each([
    ['sign.fragmented-ownership', 'called', 'what one team answers for'],
    ['sign.decision-bottlenecks', 'called', 'Architecture Board'],
    ['sign.governance-as-friction', 'called', 'Procurement Review Forum'],
    ['sign.flow-breakdown', 'watch', 'stage Review'],
  ])('%s is %s, and names %s', (id, status, named) => {
    expect(signs.get(id)).toMatchObject({ status, sentence: expect.stringContaining(named) });
  });
});

test.each([
  ['rubber-stamp', 'sign.governance-as-friction.never-refuse'],
  ['wip-over-limit', 'sign.flow-breakdown.over-limit'],
] as const)('%s alone raises %s', async (fault, rule) => {
  const alone = await signsWith({ ...noFaults, [fault]: true });
  expect(severityOf(alone, rule)).toBeGreaterThan(severityOf(await signsAsDesigned(), rule) + 10);
});

let designed: Promise<Map<string, Sign>> | undefined;
const signsAsDesigned = (): Promise<Map<string, Sign>> => {
  designed ??= signsWith(noFaults);
  return designed;
};

afterAll(() => {
  designed = undefined;
});

test('the organisation as designed is clear of every sign that can be read', async () => {
  const statuses = [...(await signsAsDesigned())].map(([id, { status }]) => [id, status]);
  expect(Object.fromEntries(statuses)).toEqual({
    'sign.strategy-apart': 'clear',
    'sign.fragmented-ownership': 'clear',
    'sign.decision-bottlenecks': 'clear',
    'sign.flow-breakdown': 'clear',
    'sign.misaligned-capabilities': 'not-enough-data',
    'sign.activity-based-measurement': 'not-enough-data',
    'sign.governance-as-friction': 'clear',
  });
});
