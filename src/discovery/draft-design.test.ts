import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { DesignModel } from '#model/design-model.ts';
import type { Discovery } from '#model/discovery.ts';
import { designViolations, workspaceViolations } from '#model/rules/violations.ts';
import { discover } from './discover.ts';
import { draftDesign } from './draft-design.ts';
import { mappingLines } from './draft-mapping.ts';
import { Keys } from './draft-words.ts';
import { type DecisionRow, type LogOptions, writeDecisions, writeLog } from './fixtures/log.ts';

type Rows = readonly (DecisionRow & { readonly times?: number })[];

const discovered = async (items: readonly string[], options: LogOptions, decisions: Rows = []): Promise<Discovery> => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, options);
  await writeDecisions(engine, decisions);
  const discovery = await discover(engine);
  engine.close();
  return discovery;
};

/** Reads a draft as a workspace would: its schema, and what may not be within one design. */
const readBack = (text: string): DesignModel => {
  const model = DesignModel.parse(parse(text));
  expect([...designViolations(model), ...workspaceViolations([model])]).toEqual([]);
  return model;
};

const kinds = { new: 'new', build: 'active', in_review: 'decision', done: 'done' } as const;
const times = (count: number, item: string): string[] => Array.from({ length: count }, () => item);

const items = [
  ...times(6, 'new@Front_Desk build@red*3 in_review@red build@red in_review done@red #pay'),
  ...times(2, 'new@red build@blue*6 done@blue #pay'),
  ...times(5, 'new@red build@wee done@red #cards'),
  ...times(4, 'new@red build@red done@red #loans'),
];

const options: LogOptions = {
  source: 'Ticket Log',
  kinds,
  unmapped: ['Front_Desk', 'blue'],
  people: { red: 7, wee: 2 },
};

const decisions: Rows = [
  {
    type: 'Budget request',
    by: 'change-board',
    level: 'portfolio',
    path: 'ask@team > decide@portfolio',
    days: 7.5,
    outcome: 'approved',
    times: 60,
  },
  { type: 'Budget request', by: 'lead', level: 'team', path: 'decide@team', days: 1, times: 6 },
  { type: 'rare', by: 'lead', level: 'team', times: 4 },
  { type: 'unsaid', by: 'somebody', days: 0.4, times: 5 },
];

test('a draft reads back as a design that nobody put in force', async () => {
  const model = readBack(draftDesign(await discovered(items, options, decisions)));
  expect(model.design).toMatchObject({ key: 'discovered', origin: 'drafted from the evidence', status: 'draft' });
  expect(model.teams.map(({ key, name }) => [key, name])).toEqual([
    ['front-desk', 'Front_Desk'],
    ['blue', 'blue'],
    ['red', 'red'],
  ]);
  expect(model.capabilities.map(({ key }) => key)).toEqual(['cards', 'loans', 'pay']);
  expect(model.ownerships.map(({ team, capability, as }) => [team, capability, as])).toEqual([
    ['red', 'pay', 'accountable'],
    ['blue', 'pay', 'contributing'],
  ]);
});

test('a draft leaves out the capabilities that are stated already, and still says who owns them', async () => {
  const text = draftDesign(await discovered(items, options, decisions), {
    stated: { capability: ['pay', 'loans', 'other'] },
  });
  expect(text).toContain('- key: cards\n');
  expect(text).not.toContain('- key: pay\n');
  expect(text).not.toContain('key: loans');
  expect(text).toContain('capability: pay');
});

test('its workflow has the stages in order with their kinds, and the frequent moves as the allowed ones', async () => {
  const [workflow] = readBack(draftDesign(await discovered(items, options))).workflows;
  expect(workflow).toMatchObject({ key: 'ticket-log', name: 'Ticket Log', appliesTo: [{ source: 'Ticket Log' }] });
  expect(workflow?.stages.map(({ key, name, kind }) => [key, name, kind])).toEqual([
    ['new', 'new', 'new'],
    ['build', 'build', 'active'],
    ['in-review', 'in_review', 'decision'],
    ['done', 'done', 'done'],
  ]);
  expect(workflow?.transitions).toEqual([
    { from: 'new', to: ['build'] },
    { from: 'build', to: ['in-review', 'done'] },
    { from: 'in-review', to: ['build'] },
  ]);
});

test('its rights say who decides where, within a time that most cases met', async () => {
  const model = readBack(draftDesign(await discovered(items, options, decisions)));
  expect(model.levels.map(({ key, rank }) => [key, rank])).toEqual([
    ['team', 1],
    ['portfolio', 2],
  ]);
  expect(model.forums.map(({ key, level, purpose }) => [key, level, purpose])).toEqual([
    ['change-board', 'portfolio', 'decide'],
  ]);
  expect(model.roles.map(({ key, level }) => [key, level])).toEqual([
    ['lead', 'team'],
    ['somebody', 'team'],
  ]);
  expect(model.decisionTypes.map(({ key, decides }) => [key, decides])).toEqual([
    ['budget-request', 'fund'],
    ['rare', 'other'],
    ['unsaid', 'other'],
  ]);
  expect(model.decisionRights.map(({ key, level, decider, within }) => [key, level, decider, within])).toEqual([
    ['budget-request', 'portfolio', { forum: 'change-board' }, 'P8D'],
    ['unsaid', 'team', { role: 'somebody' }, 'PT10H'],
  ]);
});

test.each([
  ['a team', '# had 17 items; gave 7 hand-overs and got 11'],
  ['a team no rule names', '# no rule of a mapping names "blue"'],
  ['an accountable team', '# spread as over 1.9 equal teams'],
  ['a capability with too little data', '# no owner is drafted: not enough data: 4 of at least 5 items'],
  ['a capability that small teams do', '# no owner is drafted: most is done by (small teams)'],
  ['a stage', '# 17 items, 17 visits, at median place 1; 17 begin and 0 end here'],
  ['a transition', '# back to build: 6 moves, 50% (25% to 75% with 95% confidence, n = 12) of those that leave'],
  ['a decider that never refuses', '# refused 0 of 60 cases: 0% (0% to 6% with 95% confidence, n = 60)'],
  ['a right', '# change-board at level portfolio settled 91% (82% to 96% with 95% confidence, n = 66)'],
  ['a level nobody told', '# its level is a guess: the evidence does not tell it'],
  ['a type with too few decisions', '# no right is drafted: fewer than 5 were settled'],
])('above %s stands its evidence', async (_, line) => {
  const text = draftDesign(await discovered(items, options, decisions));
  expect(text.split('\n').map((each) => each.trim().replace(/^- /, ''))).toContain(line);
});

const twoGroups = [
  ...times(9, 'build@a build@b build@a'),
  ...times(9, 'build@c build@d build@c done@wee'),
  'build@b build@c',
];

test('groups of teams that hand work to each other are units above them, which a person has to name', async () => {
  const text = draftDesign(await discovered(twoGroups, { people: { wee: 2 } }));
  expect(readBack(text).teams.map(({ key, name, parent }) => [key, name, parent])).toEqual([
    ['group-of-c', 'Group of c', undefined],
    ['group-of-a', 'Group of a', undefined],
    ['a', 'a', 'group-of-a'],
    ['b', 'b', 'group-of-a'],
    ['c', 'c', 'group-of-c'],
    ['d', 'd', 'group-of-c'],
  ]);
  expect(text).toContain('# a unit found in hand-overs, which a person has to name: a, b');
  expect(text).toContain('# 18 hand-overs stayed inside it; 98% (89% to 100% with 95% confidence, n = 46) of all');
});

test.each([
  ['one group', ['build@a build@b build@c']],
  ['groups of one team', ['build@a', 'build@b']],
])('%s says nothing, so no unit is drafted', async (_, rows) => {
  const { teams } = readBack(draftDesign(await discovered(rows, {})));
  expect(teams.map(({ key, parent }) => [key, parent])).toEqual(teams.map(({ key }) => [key, undefined]));
});

/** What stands at the end of a draft for the mappings, as YAML. */
const forMapping = (text: string): unknown =>
  parse(
    text
      .slice(text.indexOf('# Into the mappings'))
      .split('\n')
      .slice(2)
      .map((line) => line.replace('# ', ''))
      .join('\n'),
  );

test('its end says what the mappings need for the names of the logs to meet it', async () => {
  const text = draftDesign(
    await discovered(times(5, 'new@Front_Desk in_review@blue done@red #pay'), {
      source: 'log',
      kinds,
      unmapped: ['Front_Desk', 'blue', 'new'],
    }),
  );
  const rules = forMapping(text);
  expect(rules).toEqual({
    states: {
      rules: [
        { is: 'new', to: 'new' },
        { is: 'in_review', to: 'in-review' },
      ],
    },
    teams: {
      rules: [
        { is: 'Front_Desk', to: 'front-desk' },
        { is: 'blue', to: 'blue' },
      ],
    },
  });
  expect(text).toContain('# states: # in the mapping of "log"');
});

test('a name in one log that would have the key of another log is taken for the same team', async () => {
  const text = draftDesign(
    await discovered(times(6, 'build@Customer_Web done@customer-web #pay'), {
      kinds,
      unmapped: ['Customer_Web'],
      people: { Customer_Web: 6, 'customer-web': 6 },
    }),
  );
  expect(readBack(text).teams.map(({ key, name }) => [key, name])).toEqual([['customer-web', 'customer-web']]);
  expect(forMapping(text)).toEqual({ teams: { rules: [{ is: 'Customer_Web', to: 'customer-web' }] } });
});

test('names keep their blanks and quotes in what the mappings need', async () => {
  const keys = { team: new Keys('team'), capability: new Keys('capability'), initiative: new Keys('initiative') };
  const team = { team: 'A  "b" \n#', teams: 1, mapped: false, items: 1, gave: 0, received: 0 };
  const discovery = { ...(await discovered([], {})), teams: [team] };
  expect(parse(mappingLines(discovery, keys).join('\n'))).toEqual({
    teams: { rules: [{ is: 'A  "b" \n#', to: 'a-b' }] },
  });
  expect(forMapping(draftDesign(discovery))).toEqual({ teams: { rules: [{ is: 'A  "b" \n#', to: 'a-b' }] } });
});

test('nothing is said of mappings where every name has the key of its record', async () => {
  expect(draftDesign(await discovered(times(5, 'build@red done@blue'), { kinds }))).not.toContain('mapping');
});

test('small teams and their number are in no record', async () => {
  const text = draftDesign(await discovered(items, options, decisions));
  expect(text).not.toContain('wee');
  expect(JSON.stringify(parse(text))).not.toContain('(');
});

test.each([
  ['the first waits and the last is done', 'a b c', 'queue active done'],
  ['one stage waits', 'a', 'queue'],
])('without kinds %s, as a guess', async (_, item, guessed) => {
  const text = draftDesign(await discovered([item], {}));
  expect(
    readBack(text)
      .workflows[0]?.stages.map(({ kind }) => kind)
      .join(' '),
  ).toBe(guessed);
  expect(text).toContain('its kind is a guess');
});

const moves = [
  ...times(5, 'build@red*3 build@blue~0 done@blue #pay +Cloud_Move'),
  ...times(4, 'build@blue #pay +small'),
];

test('initiatives that items name are drafted with those who work on them', async () => {
  const discovery = await discovered(moves, { kinds, people: { red: 6, blue: 6 } });
  const text = draftDesign(discovery);
  const { initiatives, ownerships } = readBack(text);
  expect(initiatives.map(({ key, name }) => [key, name])).toEqual([
    ['cloud-move', 'Cloud_Move'],
    ['small', 'small'],
  ]);
  expect(
    ownerships.flatMap(({ team, initiative, as }) => (initiative === undefined ? [] : [[team, initiative, as]])),
  ).toEqual([
    ['red', 'cloud-move', 'accountable'],
    ['blue', 'cloud-move', 'contributing'],
  ]);
  expect(forMapping(text)).toEqual({ initiatives: { rules: [{ is: 'Cloud_Move', to: 'cloud-move' }] } });
  const again = draftDesign(discovery, { stated: { initiative: ['cloud-move'] } });
  expect(parse(again).initiatives).toEqual([{ key: 'small' }]);
  expect(again).toContain('initiative: cloud-move');
});

test('owners by item type are told where there are no capabilities', async () => {
  const text = draftDesign(await discovered(times(5, 'build@red !bug'), { kinds }));
  expect(text).toContain('# item type bug: red, 100% (57% to 100% with 95% confidence, n = 5)');
  expect(readBack(text).ownerships).toEqual([]);
});

test('deciders that are known to be meetings are forums, whatever they are called', async () => {
  const discovery = await discovered([], {}, [{ type: 'x', by: 'tuesday', level: 'team', times: 5 }]);
  expect(readBack(draftDesign(discovery, { forums: ['tuesday'] })).decisionRights[0]?.decider).toEqual({
    forum: 'tuesday',
  });
  expect(readBack(draftDesign(discovery)).decisionRights[0]?.decider).toEqual({ role: 'tuesday' });
});

test('names that would end a comment or change the file are kept inside it', async () => {
  const odd = ['a: b', '- x', '# y', 'it\'s "z"', 'line\nbreak', '{}', 'null', '1', 'Ü ñ'];
  const discovery = await discovered(
    [],
    {},
    odd.map((type) => ({ type, by: type, level: type, path: `decide@${type}`, times: 5 })),
  );
  const model = readBack(draftDesign(discovery));
  expect(model.decisionTypes.map(({ name }) => name).sort()).toEqual([...odd].sort());
});

test('no evidence gives a draft of nothing', async () => {
  expect(readBack(draftDesign(await discovered([], {}))).teams).toEqual([]);
});
