import { expect, test } from 'vitest';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { allocationStability } from './allocation-stability.ts';

const plan = 'q@0..30d a=1; r@30d..60d a=1; s@60d..90d a=1; a needs web1 app1';
const ways = 'm1>i1:1 m2>i2:1 i1>web:1 i2>app:1';
const told = (text: string, strategy = plan) => ({ records: fundsIn(text, strategy) });
const all = '0..120d';

test.each([
  ['the same shares as all', `m1 40@1d 4@31d; m2 60@1d 6@31d; ${ways}`, all, 1],
  ['other shares as none', `m1 40@1d; m2 60@31d; ${ways}`, all, 0],
  ['what is where it was', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, all, 0.8],
  ['unmapped spend as one area', `m1 40@1d 40@31d; m3 60@1d 60@31d; ${ways}`, all, 1],
  ['several periods, each as much', `m1 10@1d 500@31d 5@61d; m2 500@31d 5@61d; ${ways}`, all, 0.75],
  ['several lines together', `m1 20@1d 20@2d 20@31d 20@32d; m2 60@3d 60@31d; ${ways}`, all, 1],
  ['money of a first day in no period before', `m1 40@1d 60@30d; m2 60@1d 40@31d; ${ways}`, '0..60d', 0.8],
  ['no money of the day on which a period is over', `m1 40@1d 60@31d 900@60d; m2 60@1d 40@31d; ${ways}`, '0..60d', 0.8],
  ['no budget', `m1 40@1d 40@31d 900%q 900%r; m2 60@1d 60@31d; ${ways}`, all, 1],
  ['amounts in their rate', `m1 80USD@1d 40@31d; m2 60@1d 60@31d; ${ways}; USD:0.5@0`, all, 1],
  ['no amount without one', `m1 40@1d 40@31d 900USD@31d; m2 60@1d 60@31d; ${ways}`, all, 1],
  ['no period after one without spend', `m1 40@1d 40@61d; ${ways}`, all, null],
  ['no period without spend', `m1 40@1d; ${ways}`, all, null],
  ['money of the first day of a period', `m1 40@0 40@30d; m2 60@0 60@30d; ${ways}`, all, 1],
  ['periods that end as the window closes', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, '31d..60d', 0.8],
  ['no period that ends later', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, '31d..59d', null],
  ['no period that ends as it opens', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, '60d..90d', null],
  ['periods that are over on the day of reading', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, '0..120d at 60d', 0.8],
  ['no period that is not', `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, '0..120d at 59d', null],
  [
    'each capability apart',
    `m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`,
    `${all} by capability`,
    { app: 1, web: 0.666667 },
  ],
])('stability of allocation counts %s', async (_, text, question, share) => {
  expect(await figure(allocationStability, told(text), question)).toEqual(share);
});

test.each([
  ['the inner ones of periods within each other', `${plan}; y:year@0..90d`, 0.8],
  ['no period of another kind before', 'q@0..30d; r:month@30d..60d', null],
  ['no period before a gap', 'q@0..29d; r@30d..60d', null],
])('stability of allocation counts %s', async (_, strategy, share) => {
  expect(await figure(allocationStability, told(`m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`, strategy), all)).toEqual(
    share,
  );
});

test('the distance to the weights of the first day stands beside it', async () => {
  const text = `m1 40@1d 30@31d; m2 60@1d 30@31d; m3 40@31d; ${ways}`;
  expect(await beside(allocationStability, told(text), all)).toEqual({ toWeights: 0.6, toLastYear: null });
  const changing = 'q@0..30d a=1; r@30d..60d a=0 b=1; s@60d..90d a=1; a needs web1 app1; b needs app1 ops1';
  expect(await beside(allocationStability, told(text, changing), all)).toMatchObject({ toWeights: 0.3 });
  const unweighed = 'q@0..30d; r@30d..60d';
  expect(await beside(allocationStability, told(text, unweighed), all)).toMatchObject({ toWeights: null });
});

test('so does that to the shares of a year before', async () => {
  const years = 'p@-366d..-336d; q@-30d..0; r@0..30d';
  const text = `m1 20@-365d 10@-20d 60@1d; m2 80@-365d 90@-20d 40@1d; ${ways}`;
  expect(await beside(allocationStability, told(text, years), '0..30d at 40d')).toMatchObject({ toLastYear: null });
  const aligned = 'p@-365d..-335d; q@-30d..0; r@0..30d';
  const around = `m1 10@-365d 10@-364d 900@-366d 900@-335d 900%p 10@-20d 60@1d; m2 80@-365d 90@-20d 40@1d; ${ways}`;
  expect(await beside(allocationStability, told(around, aligned), '0..30d at 40d')).toMatchObject({ toLastYear: 0.6 });
  const fresh = `m1 10@-20d 60@1d; m2 80@-364d 90@-20d 40@1d; ${ways}`;
  expect(await beside(allocationStability, told(fresh, aligned), '0..30d at 40d')).toMatchObject({ toLastYear: 0.4 });
  expect(await beside(allocationStability, told(text, aligned), '0..30d at 40d')).toMatchObject({ toLastYear: 0.6 });
});

test('shares are all there is', async () => {
  const [reading] = await readingsOf(allocationStability, told(`m1 40@1d 60@31d; m2 60@1d 40@31d; ${ways}`), all);
  expect(reading).toMatchObject({ n: 2, lower: 0.8, upper: 0.8, interval: 'complete', coverage: 1 });
});

test.each([
  ['what has money now or had before', `m1 40@1d 60@31d; m2 60@1d; ${ways}`, plan, 2],
  ['what has importance alone', `m1 40@1d 60@31d; ${ways}`, plan, 2],
  ['nothing without importance or money', `m1 40@1d 60@31d; ${ways}`, plan.replace('app1', 'app0'), 1],
  ['nothing of which no amount has a rate', `m1 40@1d 60@31d 5USD@31d; m3 5USD@31d; ${ways} m3>i3:1 i3>ops:1`, plan, 2],
])('areas are %s', async (_, text, strategy, n) => {
  expect((await readingsOf(allocationStability, told(text, strategy), '0..60d'))[0]?.n).toBe(n);
});
