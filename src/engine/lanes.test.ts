import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { makeTable } from './make-table.ts';
import { identifier, sql } from './sql.ts';

const opened = async (): Promise<Engine> => {
  const engine = await Engine.open();
  await engine.run(sql`create table kept as select unnest([1, 2, 3]) as n`);
  return engine;
};

const sum = sql`select sum(n)::int as sum from kept`;

test('what is asked side by side is answered each by itself', async () => {
  const engine = await opened();
  const answers = await engine.sideBySide((lanes) =>
    Promise.all(
      Array.from({ length: 20 }, (_, index) => lanes.all(sql`select n + ${index} as n from kept order by n`)),
    ),
  );
  expect(answers[19]).toEqual([{ n: 20 }, { n: 21 }, { n: 22 }]);
  expect(answers).toHaveLength(20);
  engine.close();
});

test('a table in scratch is seen by all that is asked, and joins with what is kept', async () => {
  const engine = await opened();
  await engine.sideBySide(async (lanes) => {
    const rows = [[1], [2]];
    await makeTable(lanes, 'chosen', { n: 'int' }, rows, 'temporary');
    const asked = Array.from({ length: 6 }, () =>
      lanes.one(sql`select count(*)::int as n from kept join ${lanes.scratch.place}.chosen using (n)`),
    );
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ n: 2 })));
  });
  engine.close();
});

test('what will be taken back is seen by what is asked side by side', async () => {
  const engine = await opened();
  await engine.tryOut();
  await engine.run(sql`insert into kept values (10)`);
  await engine.sideBySide(async (lanes) => {
    await makeTable(lanes, 'chosen', { n: 'int' }, [[10]], 'temporary');
    expect(await lanes.one(sql`select n from kept join ${lanes.scratch.place}.chosen using (n)`)).toEqual({ n: 10 });
  });
  await engine.takeBack();
  expect(await engine.one(sum)).toEqual({ sum: 6 });
  engine.close();
});

test('a failure among many is thrown once the others have ended, and the engine goes on', async () => {
  const engine = await opened();
  const failed = engine.sideBySide((lanes) =>
    Promise.all([lanes.all(sql`select * from nowhere`), ...Array.from({ length: 9 }, () => lanes.all(sum))]),
  );
  await expect(failed).rejects.toThrow('nowhere');
  expect(await engine.one(sum)).toEqual({ sum: 6 });
  engine.close();
});

test('there is no transaction side by side', async () => {
  const engine = await opened();
  await expect(engine.sideBySide((lanes) => lanes.transaction(async () => undefined))).rejects.toThrow(
    'no transaction',
  );
  engine.close();
});

test('where one connection has to do, tables are filled and questions asked one after the other', async () => {
  const engine = await opened();
  await engine.tryOut();
  const done = await engine.sideBySide((lanes) =>
    Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        if (index % 2 === 0) return lanes.one(sum);
        await makeTable(lanes, `made_${index}`, { n: 'int' }, [[index], [1]], 'temporary');
        return lanes.one(sql`select sum(n)::int as sum from ${lanes.scratch.place}.${identifier(`made_${index}`)}`);
      }),
    ),
  );
  expect(done).toEqual(Array.from({ length: 60 }, (_, index) => ({ sum: index % 2 === 0 ? 6 : index + 1 })));
  await engine.takeBack();
  engine.close();
});
