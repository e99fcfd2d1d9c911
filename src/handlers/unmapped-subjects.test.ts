import { expect, test } from 'vitest';
import { factsOf } from '#facts/fixtures/facts.ts';
import { mapping as kept } from '#facts/fixtures/log.ts';
import { Mapping } from '#mapping/mapping.ts';
import { DesignModel } from '#model/design-model.ts';
import type { Scope } from '#model/reading.ts';
import { unmappedSubjects } from './unmapped-subjects.ts';

const log = 'A:bug+web red active@0 ./blue@1d ask@1d done@2d; B:chore+app blue odd@0 ask@1d done@2d';

const ruled = Mapping.parse({
  ...kept,
  teams: { rules: [{ is: 'red', to: 'red' }] },
  types: { rules: [{ is: 'bug', to: 'defect' }] },
  capabilities: { rules: [{ is: 'app', to: 'web' }] },
  decisions: { ...kept.decisions, type: { ofItem: true, rules: [{ is: 'defect', to: 'change' }] } },
});

const design = DesignModel.parse({
  design: { key: 'current', status: 'in-force' },
  teams: [{ key: 'green' }],
  workflows: [{ key: 'all', stages: [{ key: 'queue', kind: 'queue' }] }],
});

const knowing = DesignModel.parse({
  ...design,
  teams: [{ key: 'blue' }],
  decisionTypes: [{ key: 'chore', decides: 'approve-change' }],
  workflows: [{ key: 'all', stages: [{ key: 'odd', kind: 'active' }] }],
});

test.each<[string, Exclude<Scope, 'period'>, string, boolean, DesignModel?]>([
  ['a team that no rule takes', 'team', 'blue', true],
  ['no team that a rule names', 'team', 'red', false],
  ['no team of the records', 'team', 'blue', false, knowing],
  ['no capability that a rule names for another raw name', 'capability', 'web', false],
  ['a type that no rule takes', 'item-type', 'chore', true],
  ['no type that a rule names', 'item-type', 'defect', false],
  ['a type of decision that no rule takes', 'decision-type', 'chore', true],
  ['no type of decision that a rule names', 'decision-type', 'change', false],
  ['no type of decision of the records', 'decision-type', 'chore', false, knowing],
  ['a stage that no rule takes', 'stage', 'odd', true],
  ['no stage of the records', 'stage', 'odd', false, knowing],
  ['no stage that a rule names', 'stage', 'active', false],
  ['nothing that has no name', 'team', '(none)', false],
])('unmapped is %s', async (_, scope, name, unmapped, inForce = design) => {
  const engine = await factsOf(log, undefined, { mapping: ruled, design: inForce });
  const isUnmapped = await unmappedSubjects({ engine, designs: [inForce], sources: [{ mapping: ruled }] });
  engine.close();
  expect(isUnmapped(scope, name)).toBe(unmapped);
});

test('nothing is unmapped where raw names are keys', async () => {
  const mapping = Mapping.parse({ ...kept, types: { keep: true } });
  const engine = await factsOf(log, undefined, { mapping, design });
  const isUnmapped = await unmappedSubjects({ engine, designs: [design], sources: [{ mapping }] });
  engine.close();
  const asked = [isUnmapped('team', 'blue'), isUnmapped('item-type', 'bug'), isUnmapped('decision-type', 'chore')];
  expect(asked).toEqual([false, false, false]);
});
