import { expect, test } from 'vitest';
import { z } from 'zod';
import { DesignModel } from '#model/design-model.ts';
import { checkDocument } from './check-document.ts';
import { problemText } from './problem.ts';

const told = (text: string, schema: z.ZodType = DesignModel): string[] => {
  const checked = checkDocument('model/teams.yaml', text, schema);
  return 'problems' in checked ? checked.problems.map(problemText) : [];
};

test.each([
  ['nothing in an empty file', '', []],
  ['nothing in a list whose entries are commented out', 'teams:\n  # - key: a\n', []],
  ['nothing in a field that is left empty', 'teams:\n  - key: a\n    parent:\n', []],
  [
    'a word that is not on the list',
    'teams:\n  - key: a\n    topology: stream-aligend',
    [
      'model/teams.yaml:3:5 teams[0].topology: found "stream-aligend", expected one of stream-aligned, platform, enabling, complicated-subsystem, function; did you mean "stream-aligned"?',
    ],
  ],
  [
    'an unknown list',
    'tems: []',
    [
      'model/teams.yaml:1:1 tems: found an unknown field "tems", expected one of design, teams, ownerships, levels, roles, forums, decisionTypes, decisionRights, policies, deliveryModels, workflows, skills, channels, stakeholderGroups, priorityHolds, ruleSettings, planningPeriods, exchangeRates, goals, capabilities, goalCapabilities, maturityAssessments, priorityLists, investments, spendStatements, initiatives, gateOverrides, duplications, planSnapshots, dependencies, services, products, outcomes, benefits, chainLinks, scorecards, decisions, meetings, demands, surveys, responses, findings, disputes, alignmentCycles, reviews; did you mean "teams"?',
    ],
  ],
  [
    'an unknown field, among those not yet there',
    'roles:\n  - key: cio\n    level: board\n    nmae: CIO',
    [
      'model/teams.yaml:4:5 roles[0].nmae: found an unknown field "nmae", expected one of name, origin, note; did you mean "name"?',
    ],
  ],
  [
    'a field that is missing, at the record',
    'levels:\n  - key: a\n    rank: 1\n  - key: b',
    ['model/teams.yaml:4:5 levels[1].rank: found nothing, expected a number'],
  ],
  [
    'a bad key, in words',
    'teams:\n  - key: Payments Team',
    [
      'model/teams.yaml:2:5 teams[0].key: found "Payments Team", expected a key of lower-case letters, digits, - and ., such as payments-team',
    ],
  ],
  [
    'a number where text belongs, with the text',
    'teams:\n  - key: a\n    name: 2024',
    ['model/teams.yaml:3:5 teams[0].name: found 2024, expected text (in quotes: "2024")'],
  ],
  [
    'a day that does not exist',
    'teams:\n  - key: a\n    formedOn: 2026-02-30',
    ['model/teams.yaml:3:5 teams[0].formedOn: found "2026-02-30", expected a day such as 2026-03-31'],
  ],
  [
    'a list where fields belong',
    'teams:\n  - [a]',
    ['model/teams.yaml:2:5 teams[0]: found a list of 1, expected fields with values'],
  ],
  ['text where a list belongs', 'teams: a', ['model/teams.yaml:1:1 teams: found "a", expected a list']],
  [
    'a limit that is passed',
    'teams:\n  - key: a\n    sizeFte: -1',
    ['model/teams.yaml:3:5 teams[0].sizeFte: found -1, expected at least 0'],
  ],
  [
    'a choice between fields that was not made',
    'ownerships:\n  - team: a\n    as: accountable',
    [
      'model/teams.yaml:2:5 ownerships[0]: found the fields team, as, expected exactly one of capability, service, outcome, initiative',
    ],
  ],
  [
    'two deciders',
    'decisionRights:\n  - {key: r, decisionType: t, level: team, decider: {role: a, forum: b}}',
    [
      'model/teams.yaml:2:44 decisionRights[0].decider: found the fields role, forum, expected exactly one decider, as role: … or forum: …',
    ],
  ],
  [
    'a misspelt decider',
    'decisionRights:\n  - {key: r, decisionType: t, level: team, decider: {rol: a}}',
    [
      'model/teams.yaml:2:54 decisionRights[0].decider.rol: found an unknown field "rol", expected one of role, forum; did you mean "role"?',
    ],
  ],
  [
    'everything at once, in the order of the file',
    'teams:\n  - key: A\n    topology: x\nroles: 3',
    [
      'model/teams.yaml:2:5 teams[0].key: found "A", expected a key of lower-case letters, digits, - and ., such as payments-team',
      'model/teams.yaml:3:5 teams[0].topology: found "x", expected one of stream-aligned, platform, enabling, complicated-subsystem, function',
      'model/teams.yaml:4:1 roles: found 3, expected a list',
    ],
  ],
  [
    'text that is no fields at all',
    'just words',
    ['model/teams.yaml:1:1 found "just words", expected fields with values'],
  ],
  [
    'a field that hides in the prototype',
    '__proto__:\n  teams: []',
    [expect.stringContaining('model/teams.yaml:1:1 __proto__: found an unknown field "__proto__"')],
  ],
])('a check tells %s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

const shapes = z.strictObject({
  is: z.union([z.string(), z.array(z.string())]).optional(),
  rule: z
    .union([z.strictObject({ is: z.string(), to: z.string() }), z.strictObject({ like: z.string(), to: z.string() })])
    .optional(),
  named: z.record(z.string().regex(/^\d+$/, 'a number as name'), z.int().max(5)).optional(),
  pair: z.array(z.string()).min(2).optional(),
});

test.each([
  ['either of two plain shapes', 'is: 3', 'm:1:1 is: found 3, expected text or a list'],
  [
    'a field that neither shape knows',
    'rule: {lik: a, to: b}',
    'm:1:8 rule.lik: found an unknown field "lik", expected one of is, like; did you mean "like"?',
  ],
  ['the shape that is nearest', 'rule: {like: a, to: 3}', 'm:1:17 rule.to: found 3, expected text (in quotes: "3")'],
  ['a name that may not be', 'named: {a: 1}', 'm:1:9 named.a: found "a", expected a number as name'],
  ['a value under a free name', 'named: {"1": 1.5}', 'm:1:9 named.1: found 1.5, expected a whole number'],
  ['a value too large under a free name', 'named: {"1": 9}', 'm:1:9 named.1: found 9, expected at most 5'],
  ['a list that is too short', 'pair: [a]', 'm:1:1 pair: found a list of 1, expected at least 2 entries'],
])('a check of other shapes tells %s', (_, text, expected) => {
  expect(told(text, shapes).map((line) => line.replace('model/teams.yaml', 'm'))).toEqual([expected]);
});

test('a checked document keeps what was written apart from what was filled in', () => {
  const checked = checkDocument('m.yaml', 'channels:\n  - key: desk\n    kind: intake', DesignModel);
  expect(checked).toMatchObject({
    value: { channels: [{ key: 'desk', name: 'desk', kind: 'intake', raw: [] }] },
    written: { channels: [{ key: 'desk', kind: 'intake' }] },
  });
});
