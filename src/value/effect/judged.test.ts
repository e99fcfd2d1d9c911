import { expect, test } from 'vitest';
import { Outcome } from '#model/outcome.ts';
import { monthEnd, type Recipe, simulated } from './fixtures/simulated.ts';
import { judgedEffect } from './judged.ts';

const made = (recipe: Partial<Recipe>, more: object = {}, others: readonly string[] = []) => {
  const { measurements, control, liveOn } = simulated({ seed: 5, before: 36, after: 12, carriedOver: 0.3, ...recipe });
  const outcome = Outcome.parse({
    key: 'o',
    name: 'conversion',
    unit: '%',
    direction: 'up',
    measurements,
    control,
    ...more,
  });
  const change = { name: 'e-sign', liveOn };
  return judgedEffect(
    outcome,
    change,
    others.map((day) => ({ name: 'the portal', liveOn: day })),
  );
};

/** The same, stated as shares of a whole. */
const madeOfShares = (recipe: Partial<Recipe>) => {
  const { measurements } = simulated({ seed: 5, before: 36, after: 12, carriedOver: 0.3, ...recipe });
  const shares = measurements.map((each) => ({ ...each, value: each.value / 100 }));
  return made(recipe, { unit: 'share', measurements: shares });
};

test.each([
  ['B, before and after', { effect: 6 }, {}, 'B', []],
  ['A, beside a control', { effect: 6, shared: 1 }, {}, 'A', []],
  [
    'C where something else is not ruled out',
    { effect: 6 },
    { rivals: [{ what: 'a campaign' }] },
    'C',
    ['not ruled out: a campaign'],
  ],
  [
    'B where it is ruled out',
    { effect: 6 },
    { rivals: [{ what: 'a campaign', standing: 'ruled-out', because: 'x' }] },
    'B',
    [],
  ],
  ['B where it was over before', { effect: 6 }, { rivals: [{ what: 'a campaign', to: '2021-01-01' }] }, 'B', []],
  ['B where it came later', { effect: 6 }, { rivals: [{ what: 'a campaign', from: '2030-01-01' }] }, 'B', []],
  [
    'C where the season is unknown',
    { effect: 6, before: 18 },
    {},
    'C',
    ['too little was measured before to know the season'],
  ],
])('an effect is graded %s', (_, recipe, more, grade, weaknesses) => {
  expect(made(recipe, more)).toMatchObject({ grade, weaknesses, moved: 'up', better: true });
});

test('measurements without a source weaken it', () => {
  const measurements = simulated({ seed: 5, before: 36, after: 12, carriedOver: 0, effect: 6 }).measurements.map(
    ({ on, value }) => ({ on, value }),
  );
  expect(made({}, { measurements }).weaknesses).toEqual(['48 of 48 measurements without a source']);
});

test('words say a contribution, its interval, and what it stands on', () => {
  expect(made({ effect: 6 }).sentence).toMatch(
    /^Since e-sign went live on 2023-01-31, conversion has been [\d.]+ percentage points higher on average than its course before led one to expect, which is better \(95%: \+[\d.]+ to \+[\d.]+ percentage points; 36 months before, 12 after\)\. This is what was measured before and after, and speaks for a contribution \(B\)\.$/u,
  );
});

test.each([
  [
    'a turn for the worse',
    made({ effect: -6 }).sentence,
    'lower on average than its course before led one to expect, which is worse',
  ],
  ['the comparison', made({ effect: 6, shared: 1 }).sentence, 'its course beside the control'],
  [
    'what cannot be told from chance',
    made({}).sentence,
    'Whether conversion moved after e-sign went live on 2023-01-31 cannot be told from chance',
  ],
  [
    'others at the same time',
    made({ effect: 6 }, {}, [monthEnd(37)]).sentence,
    'Since e-sign and the portal went live',
  ],
  [
    'that these are not told apart',
    made({ effect: 6 }, {}, [monthEnd(37)]).sentence,
    'what each of them did cannot be told apart',
  ],
  [
    'what may have played a part',
    made({ effect: 6 }, { rivals: [{ what: 'a campaign' }] }).sentence,
    'a campaign may have played a part',
  ],
  [
    'too few before',
    made({ before: 5 }).sentence,
    '5 measurements before 2020-06-30, when it went live, and it takes 12',
  ],
  [
    'a change of a share in percentage points',
    madeOfShares({ effect: 6 }).sentence,
    'has been 6.79 percentage points higher on average than its course before led one to expect, which is better (95%: +4.51 to +8.2 percentage points; 36 months before',
  ],
  [
    'what chance may bring of a share in percentage points',
    madeOfShares({}).sentence,
    ' percentage points against its course before (95%: ',
  ],
  ['too few after', made({ after: 1 }).sentence, '1 measurement since 2023-01-31, when it went live, and it takes 4'],
])('the sentence tells %s', (_, sentence, part) => expect(sentence).toContain(part));
