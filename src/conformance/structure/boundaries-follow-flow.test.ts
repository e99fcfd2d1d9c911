import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { each, readIn, told } from '../fixtures/world.ts';
import { boundariesFollowFlow } from './boundaries-follow-flow.ts';

const design: DesignInput = {
  teams: [
    { key: 'warm' },
    { key: 'red', parent: 'warm' },
    { key: 'amber', parent: 'warm' },
    { key: 'blue' },
    { key: 'green' },
  ],
};
const inside = each('A B C D', 'red>amber 03-01');

test.each([
  ['two teams of one parent', 'E amber>red 03-02', '5/5'],
  ['a parent and its team', 'E warm>red 03-02', '5/5'],
  ['two teams of two groups as across', 'E red>blue 03-02', '4/5'],
  ['two teams without a parent as across', 'E blue>green 03-02', '4/5'],
  ['a hand-over as the window opens', 'E red>blue 01-01', '4/5'],
  ['no hand-over as the window closes', 'E red>blue 2027-01-01', 'not-enough-data: too few: 4 of at least 5'],
  ['no hand-over before the window', 'E red>blue 2025-12-31', 'not-enough-data: too few: 4 of at least 5'],
  ['no hand-over from a team that nobody designed', 'E red>other 03-02', 'not-enough-data: too few: 4 of at least 5'],
])('hand-overs inside count %s', async (_, handoff, expected) => {
  expect(told(await readIn(boundariesFollowFlow, { design, handoffs: `${inside};${handoff}` }))).toBe(expected);
});

test('hand-overs from or to a team that nobody designed lower the coverage', async () => {
  const handoffs = `${inside}; E red>amber 03-02; F red>other 03-02; G other>red 03-02`;
  expect(await readIn(boundariesFollowFlow, { design, handoffs })).toMatchObject({ n: 5, coverage: 5 / 7 });
});

test('both ways between two teams are one link of the grouping', async () => {
  const handoffs = 'A red>amber 03-01; B red>amber 03-01; C amber>red 03-01; D amber>red 03-01; E red>blue 03-01';
  const { details } = await readIn(boundariesFollowFlow, { design, handoffs: `${handoffs}; F red>other 03-01` });
  expect(details.modularityDesigned).toBeCloseTo(4 / 5 - 0.9 ** 2 - 0.1 ** 2, 9);
});

test('the grouping is that at the end of the window', async () => {
  const grouped = (key: string, parent: string, time: { from?: string; to?: string }): DesignInput => ({
    design: { key, status: 'in-force', ...time },
    teams: [{ key: 'red', parent }, { key: 'amber', parent }, { key: 'blue' }],
  });
  const designs = [
    grouped('old', 'a', { to: '2026-06-01' }),
    grouped('present', 'm', { from: '2026-06-01', to: '2027-06-01' }),
    grouped('next', 'b', { from: '2027-06-01' }),
  ];
  const handoffs = `${each('A B C D E', 'red>blue 07-01')}; F red>amber 07-01`;
  const { details } = await readIn(boundariesFollowFlow, { designs, handoffs });
  expect(details).toMatchObject({ regroupTeam: 'blue', regroupFrom: 'blue', regroupTo: 'm', regroupRemoves: 5 });
});

test('teams without any parent are not designed groups', async () => {
  const flat = { teams: [{ key: 'red' }, { key: 'blue' }] };
  expect((await readIn(boundariesFollowFlow, { design: flat, handoffs: inside })).status).toBe('not-designed');
});

test('a grouping handed in replaces the parents', async () => {
  const groups = new Map([
    ['red', '1'],
    ['amber', '2'],
    ['blue', '1'],
  ]);
  const handoffs = `${inside}; E red>blue 03-02`;
  expect(told(await readIn(boundariesFollowFlow, { design, handoffs }, { groups }))).toBe('1/5');
});

test('a hand-over is held against the groups of its day', async () => {
  const designs: DesignInput[] = [
    { ...design, design: { key: 'old', status: 'in-force', to: '2026-03-02' } },
    {
      design: { key: 'new', status: 'in-force', from: '2026-03-02' },
      teams: [
        { key: 'red', parent: 'x' },
        { key: 'amber', parent: 'y' },
      ],
    },
  ];
  const handoffs = `${inside}; E red>amber 03-02; F red>amber 03-01T23:59`;
  expect(told(await readIn(boundariesFollowFlow, { designs, handoffs }))).toBe('5/6');
});

test('the flow names the team that would better stand elsewhere', async () => {
  const handoffs = `${inside}; ${each('E F G', 'blue>green 03-02')}; ${each('H I J', 'warm>green 03-02')}; K red>blue 03-03`;
  const { details, examples } = await readIn(boundariesFollowFlow, { design, handoffs });
  expect(details).toMatchObject({ regroupTeam: 'blue', regroupFrom: 'blue', regroupTo: 'green', regroupRemoves: 3 });
  expect(Number(details.modularityBest)).toBeGreaterThan(Number(details.modularityDesigned));
  expect(examples[0]?.because).toBe('handed from red (warm) to blue (blue)');
});
