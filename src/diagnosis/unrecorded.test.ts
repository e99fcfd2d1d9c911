import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import { unrecordedKeys } from './unrecorded.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open();
  await createSchema(engine);
  const names: readonly (readonly [role: string, key: string, mapped: boolean, events: number])[] = [
    ['team', 'hosting', true, 40],
    ['team', 'hostin', true, 4],
    ['team', 'hostin', true, 3],
    ['team', 'elsewhere', true, 9],
    ['team', 'raw name', false, 5],
    ['capability', 'paymnts', true, 2],
    ['capability', 'mail', true, 2],
    ['channel', 'portal', true, 1],
    ['type', 'bug', true, 1],
  ];
  for (const [id, [role, key, mapped, events]] of names.entries())
    await engine.run(
      sql`insert into raw_value values (${id}, 1, ${role}, ${`raw ${id}`}, ${key}, ${mapped}, null, ${events})`,
    );
});

afterAll(() => engine.close());

const told = async (design: DesignInput, shownTeam = (team: string): string => team): Promise<string[]> => {
  const keys = await unrecordedKeys(engine, [DesignModel.parse(design)], shownTeam);
  return keys.map(({ kind, key, rows, closest }) => `${kind} ${key} ${rows} ${closest}`);
};

const teams = [{ key: 'hosting' }];

test.each<[string, DesignInput, string[]]>([
  ['nothing of kinds that are not designed', {}, []],
  [
    'the mapped teams, the most frequent first, but no raw names',
    { teams },
    ['team elsewhere 9 null', 'team hostin 7 hosting'],
  ],
  [
    'capabilities that are no services either',
    { capabilities: [{ key: 'payments', kind: 'business' }], services: [{ key: 'mail', name: 'Mail' }] },
    ['capability paymnts 2 payments'],
  ],
])('keys without a record are %s', async (_, design, expected) => {
  expect(await told(design)).toEqual(expected);
});

test('a team too small to be shown is told of as a slip only, without its rows', async () => {
  expect(await told({ teams }, (team) => (team === 'hosting' ? team : '(small teams)'))).toEqual([
    'team hostin null hosting',
  ]);
});

test('a record of any design will do', async () => {
  const designs = [{ teams }, { teams: [{ key: 'hostin' }, { key: 'elsewhere' }] }].map((design) =>
    DesignModel.parse(design),
  );
  expect(await unrecordedKeys(engine, designs, (team) => team)).toEqual([]);
});
