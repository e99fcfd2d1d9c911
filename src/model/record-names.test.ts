import { expect, test } from 'vitest';
import { emptyDesign } from './design-model.ts';
import { Forum } from './forum.ts';
import { placeName, recordNames } from './record-names.ts';
import { Team } from './team.ts';
import { Workflow } from './workflow.ts';

const design = (board: string) => ({
  ...emptyDesign,
  forums: [Forum.parse({ key: 'board', name: board, level: 'product', purpose: 'decide' })],
  teams: [Team.parse({ key: 'board', name: 'Board Team' }), Team.parse({ key: 'red' })],
  workflows: [Workflow.parse({ key: 'w', stages: [{ key: 'review', name: 'In review', kind: 'active' }] })],
});

test.each([
  ['forum', 'board', 'Architecture Board'],
  ['team', 'board', 'Board Team'],
  ['object', 'board', 'Architecture Board'],
  ['object', 'team board', 'team Board Team'],
  ['stage', 'review', 'In review'],
  ['team', 'red', 'red'],
  ['team', '(other teams)', '(other teams)'],
  ['item-type', 'board', 'board'],
])('the %s %s is called %s', (scope, key, name) => {
  expect(placeName(recordNames([design('Old Board'), design('Architecture Board')]), scope, key)).toBe(name);
});
