import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { discoverModel } from '#api/discovery.ts';
import { adjustedRand, type Grouping } from '#discovery/adjusted-rand.ts';
import { Mapping } from '#mapping/mapping.ts';
import type { Discovery } from '#model/discovery.ts';
import { loadWorkspace } from '#workspace/load.ts';
import { generate } from '../tools/generate/service-desk/generate.ts';
import type { Ledger } from '../tools/generate/service-desk/ledger.ts';
import { shownAs } from '../tools/generate/service-desk/organisation.ts';
import { folderOf } from './fixtures/generated.ts';
import { ask, removed, roomIn } from './fixtures/workspace.ts';

type Found = {
  readonly planted: Ledger['planted'];
  readonly discovery: Discovery;
  readonly draft: string;
  /** What is wrong with the workspace once the draft is one of its model files; empty when nothing is. */
  readonly problems: readonly unknown[];
  readonly designs: readonly string[];
};

/** Generated organisations of these seeds, each discovered from its files alone and held against what was planted. */
export const discoveryIsHeldAgainstTruth = (seeds: readonly number[]): void => {
  const found = new Map<number, Found>();
  const of = (seed: number): Found => {
    const one = found.get(seed);
    if (!one) throw new Error(`seed ${seed} was not discovered`);
    return one;
  };

  beforeAll(async () => {
    for (const seed of seeds) found.set(seed, await discovered(seed));
  }, 1_200_000);

  test('nearly all de-facto owners are the planted ones', () => {
    const judged = [...found.values()].flatMap(ownersJudged);
    expect(judged.length).toBeGreaterThan(15 * seeds.length);
    const wrong = judged.filter(({ owner, planted }) => owner !== planted);
    expect(1 - wrong.length / judged.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.95);
  });

  describe.each(seeds)('of seed %i', (seed) => {
    test('stages stand in the planted order', () => {
      const { planted, discovery } = of(seed);
      const order = discovery.flows.find(({ source }) => source === 'tickets')?.stages.map(({ key }) => key) ?? [];
      for (const stages of Object.values<readonly string[]>(planted.stageOrders)) {
        expect(order.filter((stage) => stages.includes(stage))).toEqual(stages);
      }
    });

    test('groups of teams are the planted ones', () => {
      const { planted, discovery } = of(seed);
      const groups = groupingOf(discovery.communities.groups.map(({ teams }) => teams));
      const truth = groupingOf(planted.groups.map((teams) => teams.map(shownAs)));
      expect([...groups.keys()].sort()).toEqual([...truth.keys()].sort());
      expect(adjustedRand(groups, truth)).toBeGreaterThanOrEqual(0.9);
    });

    test('deciders and levels of each type of decision are counted as they were planted', () => {
      const { planted, discovery } = of(seed);
      expect(tally(discovery, 'deciders', ({ by }) => by)).toEqual(planted.deciders);
      expect(tally(discovery, 'levels', ({ level }) => level)).toEqual(planted.levels);
    });

    test('the draft is a design that a workspace can hold', () => {
      const { problems, designs } = of(seed);
      expect(problems).toEqual([]);
      expect(designs).toContain('discovered');
    });
  });
};

const discovered = async (seed: number): Promise<Found> => {
  const example = generate({ seed });
  const folder = folderOf(example);
  const room = roomIn(folder);
  try {
    const { discovery, draft } = await ask(room, discoverModel, {});
    writeFileSync(join(folder, 'model', 'discovered.yaml'), draft);
    const read = loadWorkspace(folder, Mapping);
    const { planted } = example.ledger;
    if ('problems' in read) return { planted, discovery, draft, problems: read.problems, designs: [] };
    return { planted, discovery, draft, problems: [], designs: read.models.map(({ design }) => design.key) };
  } finally {
    await room.close();
    removed(folder);
  }
};

type Judged = { readonly capability: string; readonly owner: string | null; readonly planted: string };

/** Nobody can tell who owns a capability on which two teams do the same. */
const ownersJudged = ({ planted, discovery }: Found): Judged[] =>
  Object.entries(planted.owners).flatMap(([capability, team]) => {
    if (team === null || planted.contested.includes(capability)) return [];
    const own = discovery.owners.find(({ of, key }) => of === 'capability' && key === capability);
    return [{ capability, owner: own?.owner ?? null, planted: shownAs(team) }];
  });

const groupingOf = (groups: readonly (readonly string[])[]): Grouping =>
  new Map(groups.flatMap((teams, place) => teams.map((team) => [team, place] as const)));

type Decision = Discovery['decisions'][number];

/** How many decisions of each type were made, by whatever is read from a row. */
const tally = <List extends 'deciders' | 'levels'>(
  { decisions }: Discovery,
  list: List,
  read: (row: Decision[List][number]) => string | null,
): Record<string, Record<string, number>> =>
  Object.fromEntries(
    decisions.map((decision) => {
      const rows: readonly Decision[List][number][] = decision[list];
      return [decision.type, Object.fromEntries(rows.map((row) => [read(row) ?? '(nobody)', row.count]))];
    }),
  );
