import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { DesignModel } from '#model/design-model.ts';
import { checkKey } from './known-keys.ts';

const design = DesignModel.parse({
  design: { key: 'current', status: 'in-force' },
  teams: [{ key: 'network' }],
  capabilities: [{ key: 'payments', kind: 'business' }],
  decisionTypes: [{ key: 'change', decides: 'approve-change' }],
});

const outcome = async (scope: Parameters<typeof checkKey>[1]['scope'], key: string): Promise<string> => {
  const engine = await Engine.open();
  await createSchema(engine);
  await engine.run(sql`insert into team values (0, 'hosting', true), (1, 'tiny', true)`);
  await engine.run(sql`insert into raw_value values (0, 1, 'type', 'Bug', 'bug', true, null, 1)`);
  await engine.run(sql`insert into stage values (0, 1, 'review', null, 0)`);
  try {
    const shown = (team: string): string => (team === 'tiny' ? '(small teams)' : team);
    await checkKey({ engine, designs: [design] }, { scope, key }, shown);
    return 'let through';
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  } finally {
    engine.close();
  }
};

test.each([
  ['a team of the evidence', 'team', 'hosting'],
  ['a team of the design alone', 'team', 'network'],
  ['a team that is too small to be shown', 'team', 'tiny'],
  ['the name under which small teams are shown', 'team', '(small teams)'],
  ['what has no team', 'team', '(none)'],
  ['a capability of the design', 'capability', 'payments'],
  ['an item type', 'item-type', 'bug'],
  ['a decision type', 'decision-type', 'change'],
  ['a stage', 'stage', 'review'],
] as const)('a filter may name %s', async (_, scope, key) => {
  expect(await outcome(scope, key)).toBe('let through');
});

test.each([
  [
    'team',
    'hostng',
    'No team is called "hostng", in the evidence or the design. Did you mean hosting? There is (small teams), hosting, network.',
  ],
  ['item-type', 'nosuch', 'No item-type is called "nosuch", in the evidence or the design. There is bug.'],
  ['stage', 'reviw', 'Did you mean review?'],
] as const)('a filter by a %s that nobody knows is refused', async (scope, key, told) => {
  expect(await outcome(scope, key)).toContain(told);
});
