import { expect, test } from 'vitest';
import { each, readIn, told, type World } from '../fixtures/world.ts';
import { pathAsDesigned } from './path-as-designed.ts';

const right = { key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } } as const;
const design: World['design'] = {
  decisionRights: [
    { ...right, escalation: ['portfolio', 'executive'] },
    { ...right, key: 'plain' },
  ],
};
const took = (path: string, more = 'rank_decided=2'): string =>
  `decided=03-05 right=r ${more} path=${path.replaceAll(' ', '_')}`;
const four = each('A B C D', took('ask > decide@product'));

const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['the level of the right alone', took('ask@product > decide@product'), '5/5'],
  ['a climb along the path', took('ask@product > escalate@portfolio > decide@portfolio'), '5/5'],
  ['the whole path', took('ask@product > escalate@portfolio > escalate@executive > decide@executive'), '5/5'],
  ['the way from below', took('ask@team > ask@product > decide@product'), '5/5'],
  ['talk at any level', took('ask@product > discuss@board > ask-information@executive > decide@product'), '5/5'],
  ['no level that is skipped', took('ask@product > escalate@executive > decide@executive'), '4/5'],
  ['no level that is added', took('ask@product > escalate@board > decide@board'), '4/5'],
  ['no step back', took('ask@product > escalate@portfolio > decide@product'), '4/5'],
  ['no start above the right', took('ask@portfolio > decide@portfolio'), '4/5'],
  ['no decision below the right', took('ask@team > decide@team', 'rank_decided=1'), '4/5'],
  ['one made as the window opens', `raised=2025-12-01 ${took('decide@product')} decided=01-01`, '5/5'],
  ['none made before the window', `raised=2025-12-01 ${took('decide@product')} decided=2025-12-31`, few],
  ['none made as the window closes', `raised=12-01 ${took('decide@product')} decided=2027-01-01`, few],
  ['none by somebody of unknown level', took('ask > decide', ''), few],
  ['none under a right without an escalation', took('decide@board').replace('right=r', 'right=plain'), few],
])('a path as designed is %s', async (_, decision, expected) => {
  expect(told(await readIn(pathAsDesigned, { design, decisions: `${four}; E ${decision}` }))).toBe(expected);
});

test('a path is held against the right of the day it was raised', async () => {
  const old = { key: 'old', status: 'in-force', to: '2026-03-01' } as const;
  const fresh = { key: 'new', status: 'in-force', from: '2026-03-01' } as const;
  const designs = [
    { ...design, design: old },
    { design: fresh, decisionRights: [{ ...right, escalation: ['board' as const] }] },
  ];
  const decisions = `${each('A B C D', `raised=02-01 ${took('decide@product')}`)}; E raised=03-01 ${took('ask@product > decide@board')}`;
  expect(told(await readIn(pathAsDesigned, { designs, decisions }))).toBe('5/5');
});

test('a decision belongs to the period in which it was made', async () => {
  const decisions = [
    each('A B C D E', `raised=06-15 ${took('decide@product')} decided=08-01`),
    `F raised=09-15 ${took('decide@product')} decided=10-01`,
    each('G H I J', `raised=09-15 ${took('decide@product')} decided=11-01`),
  ];
  const { trend } = await readIn(pathAsDesigned, { design, decisions: decisions.join(';') });
  expect([trend?.lastPeriod.n, trend?.thisPeriod.n]).toEqual([5, 5]);
});

test('one level to escalate to is a path, and a decision without a right lowers the coverage', async () => {
  const short: World['design'] = { decisionRights: [{ ...right, escalation: ['portfolio'] }] };
  const decisions = `${four}; E ${took('decide@product')}; F decided=03-05`;
  expect(await readIn(pathAsDesigned, { design: short, decisions })).toMatchObject({ n: 5, coverage: 5 / 6 });
});

test('a right without an escalation says nothing about the path', async () => {
  expect((await readIn(pathAsDesigned, { design: { decisionRights: [right] }, decisions: four })).status).toBe(
    'not-designed',
  );
});

test('a case says both paths; extra levels and waits stand beside', async () => {
  const decisions = `${four}; E ${took('ask@product > escalate@board > decide@board', 'raised=02-01 rank_decided=5 layers=2 layer_wait=86400')}; F ${took('decide@team', 'rank_decided=1 layers=4 layer_wait=259200')}; G ${took('decide@board', '')}`;
  const { examples, details } = await readIn(pathAsDesigned, { design, decisions });
  expect(examples).toMatchObject([
    { at: '2026-03-05T00:00:00.000Z', because: 'took product → board, designed is product → portfolio → executive' },
    { at: '2026-03-05T00:00:00.000Z', because: 'decided below the path product → portfolio → executive' },
  ]);
  expect(details).toEqual({ extraLevelsMean: 1 / 6, layersMean: 6 / 7, waitPerLayerDays: 2 });
});
