import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn } from '../fixtures/world.ts';
import { criticalSkillsAvailable } from './critical-skills-available.ts';

/** `a:2/4~1`: 2 FTE of 4 demanded, one holder; `-` is not stated; with a dot behind its name the skill is not critical. */
const skills = (text: string): NonNullable<DesignInput['skills']> =>
  text.split(' ').flatMap((word) => {
    const [, key = '', plain, supply = '-', demand = '-', holders] =
      /^(\w+)(\.)?:([\d.]+|-)\/([\d.]+|-)(?:~(\d+))?$/u.exec(word) ?? [];
    if (key === '') return [];
    return [
      {
        key,
        critical: plain === undefined,
        ...(supply === '-' ? {} : { supplyFte: Number(supply) }),
        ...(demand === '-' ? {} : { demandFte: Number(demand) }),
        ...(holders === undefined ? {} : { holders: Number(holders) }),
      },
    ];
  });

const said = async (text: string) => {
  const { value, n, coverage, broke, missing } = await readIn(criticalSkillsAvailable, {
    design: { skills: skills(text) },
  });
  return value === null ? missing : [Number(value.toFixed(4)), n, Number(coverage?.toFixed(4)), broke];
};

const unstated = 'the design states no critical skill with a demand (critical, demandFte)';

test.each([
  ['what is there of what is demanded', 'a:2/4 b:1/1', [0.6, 2, 1, 1]],
  ['no surplus of another skill', 'a:2/4 b:9/1', [0.6, 2, 1, 1]],
  ['just enough as enough', 'a:4/4', [1, 1, 1, 0]],
  ['no skill that hangs on one person', 'a:2/2~1 b:2/2~2', [0.5, 2, 1, 1]],
  ['no skill that nobody holds', 'a:2/2~0 b:2/2', [0.5, 2, 1, 1]],
  ['one person also where the supply is not stated', 'a:-/2~1 b:2/2', [0.5, 2, 1, 1]],
  ['a skill of unknown supply as not known', 'a:-/3 b:1/1', [1, 1, 0.25, 0]],
  ['a skill of unknown supply and several holders as not known', 'a:-/3~2 b:1/1', [1, 1, 0.25, 0]],
  ['no skill that is not critical', 'a.:0/9 b:1/1', [1, 1, 1, 0]],
  ['no skill that nobody demands', 'a:0/0 b:1/1 c:1/-', [1, 1, 1, 0]],
  ['nothing where no supply is known', 'a:-/3', 'of no critical skill is stated how much of it is there (supplyFte)'],
  ['nothing where nothing critical is demanded', 'a:1/0 b.:1/2', unstated],
])('critical skills count %s', async (_, text, expected) => {
  expect(await said(text)).toEqual(expected);
});

test('skills are those of the design in force at the end', async () => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', to: '2026-07-01' }, skills: skills('a:1/4') },
    { design: { key: 'new', status: 'in-force', from: '2026-07-01' }, skills: skills('a:3/4 b:1/1~1') },
  ];
  const year = await readIn(criticalSkillsAvailable, { designs });
  expect(year).toMatchObject({ value: 0.6, details: { skills: 2, short: 1, singleHolders: 1 } });
  const half = { window: { from: '2026-01-01T00:00:00Z', until: '2026-07-01T00:00:00Z' } };
  const before = await readIn(criticalSkillsAvailable, { designs }, half);
  expect(before).toMatchObject({
    value: 0.25,
    interval: 'complete',
    details: { skills: 1, short: 1, singleHolders: 0 },
  });
});

test('a skill is told with what is lacking', async () => {
  const { examples } = await readIn(criticalSkillsAvailable, {
    design: { skills: skills('a:1.5/4 b:2/2~1 c:0/2~0 d:2/2') },
  });
  expect(examples.map(({ object, because, at }) => [object, because, at])).toEqual([
    ['a', '1.5 FTE are there where 4 are demanded', '2026-12-31T00:00:00.000Z'],
    ['b', 'hangs on one person', '2026-12-31T00:00:00.000Z'],
    ['c', 'is held by nobody', '2026-12-31T00:00:00.000Z'],
  ]);
});
