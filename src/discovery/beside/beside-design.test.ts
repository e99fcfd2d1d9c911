import { expect, test } from 'vitest';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import type { DiscoveredOwner, DiscoveredShare, Discovery } from '#model/discovery.ts';
import { besideDesign } from './beside-design.ts';

const design: DesignInput = {
  design: { key: 'current', status: 'in-force' },
  teams: [{ key: 'unit' }, { key: 'pay', name: 'Payments', parent: 'unit' }, { key: 'ops' }],
  capabilities: [
    { key: 'selling', kind: 'business' },
    { key: 'paying', kind: 'business' },
  ],
  ownerships: [
    { team: 'unit', capability: 'selling', as: 'accountable' },
    { team: 'ops', capability: 'paying', as: 'accountable', from: '2025-01-01' },
  ],
  roles: [
    { key: 'lead', name: 'Lead', level: 'team' },
    { key: 'head', name: 'Head', level: 'portfolio' },
  ],
  decisionTypes: [
    { key: 'fund', decides: 'fund' },
    { key: 'rank', decides: 'prioritise' },
  ],
  decisionRights: [{ key: 'fund', decisionType: 'fund', level: 'team', decider: { role: 'lead' } }],
  workflows: [
    {
      key: 'change',
      stages: [
        { key: 'new', kind: 'new' },
        { key: 'work', kind: 'active' },
        { key: 'done', kind: 'done' },
      ],
      transitions: [
        { from: 'new', to: ['work', 'done'] },
        { from: 'work', to: ['done'] },
      ],
    },
  ],
};

const share = (value: number): DiscoveredShare => ({ value, lower: null, upper: null, n: 20 });

const owner = (key: string, team: string | null): DiscoveredOwner => ({
  of: 'capability',
  key,
  mapped: true,
  by: 'items-ended',
  items: 20,
  amount: 20,
  covered: 1,
  owner: team,
  runnerUp: null,
  effectiveTeams: 1,
  ...(team === null ? { missing: 'fewer than five items' } : {}),
  teams: team === null ? [] : [{ team, items: 20, amount: 20, share: share(1) }],
});

const stage = (key: string, kind: 'active' | null = 'active') =>
  ({
    key,
    mapped: true,
    kind,
    items: 9,
    visits: 9,
    position: 1,
    starts: 0,
    ends: 0,
    start: false,
    end: false,
  }) as const;

const move = (from: string, to: string, count: number) =>
  ({ from, to, count, items: count, share: 0.5, meanDays: 1, medianDays: 1, backward: false, frequent: true }) as const;

const found: Discovery = {
  detail: 0.9,
  flows: [
    {
      source: 'log',
      items: 20,
      orderedBy: 20,
      moves: 30,
      covered: 1,
      stages: [stage('new'), stage('work'), stage('Parked', null)],
      edges: [move('new', 'work', 20), move('work', 'new', 7), move('work', 'done', 3)],
    },
  ],
  teams: ['pay', 'Night shift', '(small teams)'].map((team) => ({
    team,
    teams: 1,
    mapped: team === 'pay',
    items: 5,
    gave: 1,
    received: 2,
  })),
  handovers: { count: 0, items: 0, pairs: [] },
  communities: { modularity: null, inside: 0, across: 0, groups: [], regrouping: null },
  owners: [owner('selling', 'pay'), owner('paying', 'pay'), owner('hiring', null)],
  levels: [],
  decisions: [
    {
      type: 'fund',
      decisions: 20,
      decided: 20,
      deciders: [
        { by: 'head', level: 'portfolio', count: 19, share: share(0.96) },
        { by: 'lead', level: 'team', count: 1, share: share(0.04) },
      ],
      levels: [],
      variants: 1,
      entropy: null,
      effectiveVariants: null,
      usual: [],
      p50Days: 2,
      p85Days: 4,
    },
  ],
  neverRefuse: [],
};

const beside = (discovery = found, changed: DesignInput = {}, day = '2026-01-01') =>
  besideDesign(discovery, DesignModel.parse({ ...design, ...changed }), day);

/** What is said of one part: how the two stand, what the design says and what was found. */
const said = (part: string, key: string, ...of: Parameters<typeof beside>) => {
  const row = beside(...of).find((each) => each.part === part && each.key === key);
  return row && [row.standing, row.designed, row.found];
};

test.each([
  ['a team that works', 'team', 'pay', ['same', 'a team', 'had 5 items']],
  ['a unit whose teams work', 'team', 'unit', ['same', 'a unit of teams', 'works through its teams']],
  ['a team nobody designed', 'team', 'Night shift', ['only-found', null, 'had 5 items']],
  ['a team of which no work is seen', 'team', 'ops', ['only-designed', 'a team', null]],
  ['teams too small to be named', 'team', '(small teams)', undefined],
  ['an owner whose own team does the work', 'owner', 'capability.selling', ['same', 'unit', 'Payments']],
  ['an owner of what another does', 'owner', 'capability.paying', ['differs', 'ops', 'Payments']],
  ['what has too few items', 'owner', 'capability.hiring', ['untold', null, null]],
  ['a stage of the workflow', 'stage', 'log.new', ['same', 'in the workflow change', '9 items of log came to it']],
  ['a stage nobody designed', 'stage', 'log.Parked', ['only-found', null, '9 items of log came to it']],
  ['a stage nothing came to', 'stage', 'log.done', ['only-designed', 'in the workflow change', null]],
  ['an allowed move', 'move', 'log.new.work', ['same', 'allowed by the workflow change', '20 moves of 20 items']],
  ['a move that is not allowed', 'move', 'log.work.new', ['only-found', null, '7 moves of 7 items']],
  ['a move nothing makes', 'move', 'change.log.new.done', ['only-designed', 'allowed by the workflow change', null]],
  ['another decider', 'decision', 'fund', ['differs', 'Lead (Team)', 'Head (Portfolio)']],
  ['a type without rights', 'decision', 'rank', undefined],
])('design and evidence are put side by side: %s', (_, part, key, expected) => {
  expect(said(part, key)).toEqual(expected);
});

test('ownership counts on the day that is asked for', () => {
  expect(said('owner', 'capability.paying', found, {}, '2024-12-31')).toEqual(['only-found', null, 'Payments']);
});

test('differences come first, those with most cases in front', () => {
  const rows = beside().map(({ standing, n }) => `${standing} ${n}`);
  expect(rows.slice(0, 2)).toEqual(['differs 20', 'differs 20']);
  expect(rows.findLastIndex((row) => !row.startsWith('same'))).toBeLessThan(
    rows.findIndex((row) => row.startsWith('same')),
  );
});

const adopts = (part: string, key: string, changed: DesignInput = {}) =>
  beside(found, changed).find((each) => each.part === part && each.key === key)?.adopt;

test.each([
  [
    'a team',
    'team',
    'Night shift',
    [{ kind: 'team', key: 'night-shift', fields: { name: 'Night shift' }, isNew: true }],
  ],
  [
    'an owner',
    'owner',
    'capability.paying',
    [
      { kind: 'ownership', key: 'ops.accountable.capability.paying.2025-01-01', close: true },
      {
        kind: 'ownership',
        key: 'pay.accountable.capability.paying.2025-01-01',
        fields: { team: 'pay', capability: 'paying', as: 'accountable', from: '2025-01-01' },
        isNew: true,
      },
    ],
  ],
  [
    'a stage',
    'stage',
    'log.Parked',
    [
      {
        kind: 'workflow',
        key: 'change',
        fields: {
          stages: [{ key: 'new', kind: 'new' }, { key: 'work' }, {}, { key: 'parked', name: 'Parked', kind: 'active' }],
        },
      },
    ],
  ],
  [
    'a move',
    'move',
    'log.work.new',
    [{ kind: 'workflow', fields: { transitions: [{ from: 'new' }, { from: 'work', to: ['done', 'new'] }] } }],
  ],
  [
    'that a move is not made',
    'move',
    'change.log.new.done',
    [
      {
        kind: 'workflow',
        fields: {
          transitions: [
            { from: 'new', to: ['work'] },
            { from: 'work', to: ['done'] },
          ],
        },
      },
    ],
  ],
  [
    'a decider',
    'decision',
    'fund',
    [{ kind: 'decision-right', key: 'fund', fields: { level: 'portfolio', decider: { role: 'head' } }, isNew: false }],
  ],
])('the design can adopt %s', (_, part, key, edits) => {
  expect(adopts(part, key)?.edits).toMatchObject(edits);
});

test('nothing is offered where nobody could say which record is meant', () => {
  const twice = [...(design.workflows ?? []), ...(design.workflows ?? []).map((each) => ({ ...each, key: 'other' }))];
  expect(adopts('stage', 'log.Parked', { workflows: twice })).toBeNull();
  expect(adopts('move', 'log.work.new', { workflows: twice })).toBeNull();
  const [right] = design.decisionRights ?? [];
  const rights = right ? [{ ...right, when: { regulated: true } }] : [];
  expect(adopts('decision', 'fund', { decisionRights: rights })).toBeNull();
  expect(adopts('owner', 'capability.selling')).toBeNull();
});
