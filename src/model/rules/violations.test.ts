import { expect, test } from 'vitest';
import { type DesignInput, DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';
import { designViolations, workspaceViolations } from './violations.ts';

const told = ({ kind, index, key, field, found, expected, closest }: Violation) =>
  `${kind}[${index}] ${key} ${field}: found ${found}, expected ${expected}${closest ? `; ${closest}?` : ''}`;

const find = (input: DesignInput) => {
  const model = DesignModel.parse(input);
  return [...designViolations(model), ...workspaceViolations([model])].map(told);
};

const teams = [{ key: 'payments' }, { key: 'platform' }];

const own = (text: string) => {
  const [team = '', as, service, from, to] = text.split(' ');
  return { key: `${team}-${from ?? 'ever'}`, team, as: as as 'accountable', service, from, to };
};

const flow = (parts: object) => ({
  workflows: [
    {
      key: 'change',
      stages: [
        { key: 'asked', kind: 'new' as const },
        { key: 'built', kind: 'active' as const },
      ],
      ...parts,
    },
  ],
});

test.each<[string, DesignInput, string[]]>([
  ['nothing wrong in an empty design', {}, []],
  [
    'a parent that is not there',
    { teams: [...teams, { key: 'app', parent: 'paymnets' }] },
    ['team[2] app parent: found paymnets, expected the key of a team; payments?'],
  ],
  [
    'nothing near when nothing is',
    { teams: [{ key: 'app', parent: 'xyz' }] },
    ['team[0] app parent: found xyz, expected the key of a team'],
  ],
  ['no fault in a level of the default ladder', { roles: [{ key: 'cio', level: 'executive' }] }, []],
  [
    'a level outside the ladder that is stated',
    { levels: [{ key: 'chief', rank: 1 }], roles: [{ key: 'cio', level: 'executive' }] },
    ['role[0] cio level: found executive, expected the key of a level'],
  ],
  [
    'one entry of a list',
    {
      roles: [{ key: 'cio', level: 'board' }],
      forums: [{ key: 'cab', level: 'team', purpose: 'decide', members: ['cio', 'cto'] }],
    },
    ['forum[0] cab members[1]: found cto, expected the key of a role; cio?'],
  ],
  [
    'the decider of a right',
    {
      decisionTypes: [{ key: 'change', decides: 'approve-change' }],
      decisionRights: [{ key: 'r', decisionType: 'change', level: 'team', decider: { forum: 'cab' } }],
    },
    ['decision-right[0] r decider.forum: found cab, expected the key of a forum'],
  ],
  [
    'the team of a stage',
    flow({ stages: [{ key: 'asked', kind: 'new', team: 'ops' }] }),
    ['workflow[0] change stages[0].team: found ops, expected the key of a team'],
  ],
  [
    'a key taken twice, at its second place',
    { teams: [...teams, { key: 'payments' }] },
    ['team[2] payments key: found payments, expected a key that no other team of this design has'],
  ],
  ['no clash of one key in two kinds', { outcomes: [{ key: 'x' }], initiatives: [{ key: 'x' }] }, []],
  [
    'a parent of itself',
    { capabilities: [{ key: 'a', kind: 'it', parent: 'a' }] },
    ['capability[0] a parent: found a → a, expected a capability that is not below it'],
  ],
  [
    'a circle of parents once',
    {
      teams: [
        { key: 'a', parent: 'b' },
        { key: 'b', parent: 'c' },
        { key: 'c', parent: 'a' },
        { key: 'd', parent: 'a' },
      ],
    },
    ['team[0] a parent: found a → b → c → a, expected a team that is not below it'],
  ],
  [
    'a move from and to stages that are not there',
    flow({ transitions: [{ from: 'askd', to: ['built', 'shipped'] }] }),
    [
      'workflow[0] change transitions[0].from: found askd, expected a stage of this workflow (asked, built); asked?',
      'workflow[0] change transitions[0].to[1]: found shipped, expected a stage of this workflow (asked, built)',
    ],
  ],
  ['no fault in a target from start to done', flow({ targets: [{ from: 'start', to: 'done', within: 'P2D' }] }), []],
  [
    'a target from done to start',
    flow({ targets: [{ from: 'done', to: 'start', within: 'P2D' }] }),
    [
      'workflow[0] change targets[0].from: found done, expected a stage of this workflow (asked, built)',
      'workflow[0] change targets[0].to: found start, expected a stage of this workflow (asked, built)',
    ],
  ],
  [
    'a loop over a stage that is not there',
    flow({ loops: ['bilt'] }),
    ['workflow[0] change loops[0]: found bilt, expected a stage of this workflow (asked, built); built?'],
  ],
  [
    'a stage that a workflow has twice',
    flow({
      stages: [
        { key: 'asked', kind: 'new' },
        { key: 'asked', kind: 'done' },
      ],
    }),
    ['workflow[0] change stages[1].key: found asked, expected a key that no other stage of this workflow has'],
  ],
])('the rules of a design find %s', (_, input, expected) => {
  expect(find(input)).toEqual(expected);
});

test.each([
  ['two teams at once', ['payments accountable login', 'platform accountable login'], 1],
  ['one team twice at once', ['payments accountable login', 'payments accountable login 2026-01-01'], 1],
  [
    'not one after the other',
    ['payments accountable login 2026-01-01 2026-04-01', 'platform accountable login 2026-04-01'],
    0,
  ],
  ['a day in common', ['payments accountable login 2026-01-01 2026-04-02', 'platform accountable login 2026-04-01'], 1],
  ['not one that only contributes', ['payments accountable login', 'platform contributing login'], 0],
  ['not two that only contribute', ['payments contributing login', 'platform contributing login'], 0],
  ['not two services', ['payments accountable login', 'platform accountable search'], 0],
])('ownership is refused for %s', (_, ownerships, count) => {
  const services = [{ key: 'login' }, { key: 'search' }];
  expect(find({ teams, services, ownerships: ownerships.map(own) })).toHaveLength(count);
});

test('a refused ownership names the team that is accountable already', () => {
  const ownerships = ['payments accountable login 2026-01-01', 'platform accountable login'].map(own);
  expect(find({ teams, services: [{ key: 'login' }], ownerships })).toEqual([
    'ownership[1] platform-ever as: found accountable, always, expected one accountable team at a time for the service login: payments is accountable from 2026-01-01 on',
  ]);
});

test('two kinds under one key are owned apart', () => {
  const input: DesignInput = {
    teams,
    outcomes: [{ key: 'x' }],
    initiatives: [{ key: 'x' }],
    ownerships: [
      { team: 'payments', as: 'accountable', outcome: 'x' },
      { team: 'platform', as: 'accountable', initiative: 'x' },
    ],
  };
  expect(find(input)).toEqual([]);
});
