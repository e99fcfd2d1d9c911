import { expect, test } from 'vitest';
import { DesignModel } from './design-model.ts';
import { modelInForce } from './model-in-force.ts';

const design = (key: string, said: object) =>
  DesignModel.parse({ design: { key, ...said }, teams: [{ key }], capabilities: [{ key: 'c', kind: 'it' }] });
const designs = [
  design('trial', { status: 'scenario' }),
  design('then', { status: 'in-force', from: '2026-01-01', to: '2026-04-01' }),
];

test.each([
  ['the one in force', designs, '2026-02-01', 'then: team then, capability c'],
  ['none but the workspace outside of it', designs, '2026-05-01', 'current: capability c'],
  ['none at all where there is none', [], '2026-02-01', 'current: '],
])('evidence is judged by %s', (_, among, day, expected) => {
  const { design, teams, capabilities, levels } = modelInForce(among, Date.parse(day), 'UTC');
  const records = [...teams.map(({ key }) => `team ${key}`), ...capabilities.map(({ key }) => `capability ${key}`)];
  expect(`${design.key}: ${records.join(', ')}`).toBe(expected);
  expect(levels).toHaveLength(5);
});
