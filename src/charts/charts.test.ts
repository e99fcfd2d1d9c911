import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';
import { examples } from './fixtures/examples.ts';
import { look, overlapping } from './fixtures/look.ts';
import { random } from './fixtures/random.ts';
import { charts } from './index.ts';

/** What the shelf is made with, beside the charts that stand on it. */
const tools = ['csv.ts', 'define.ts', 'index.ts', 'tokens.ts'];

const ids = charts.map(({ id }) => id).sort();

test('every chart file is on the list, under its own name', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !tools.includes(file))
    .map((file) => file.replace(/\.ts$/u, ''));
  expect(ids).toEqual(files.sort());
});

test('every chart is shown by an example, drawn from any data, and by no other name', () => {
  expect([...new Set(examples.map(({ id }) => id))].sort()).toEqual(ids);
  expect(random.map(({ id }) => id).sort()).toEqual(ids);
});

describe.each(examples)('$id shows $name', ({ id, name, picture }) => {
  test.each([360, 700])('as its picture of %i pixels is kept', async (width) => {
    const { svg } = picture({ width });
    expect(overlapping(look(svg).texts)).toEqual([]);
    await expect(svg).toMatchFileSnapshot(`golden/${id}/${name.replaceAll(' ', '-')}-${width}.svg`);
  });

  test('in words and as a table as they are kept', async () => {
    const { title, subtitle, summary, table } = picture({ width: 700 });
    const words = `${title}\n${subtitle}\n${summary}\n\n${csvOf(table).replaceAll('\r', '')}`;
    await expect(words).toMatchFileSnapshot(`golden/${id}/${name.replaceAll(' ', '-')}.txt`);
  });
});

test('no picture is kept that no example draws', () => {
  const drawn = examples.flatMap(({ id, name }) =>
    ['-360.svg', '-700.svg', '.txt'].map((end) => `${id}/${name.replaceAll(' ', '-')}${end}`),
  );
  const kept = readdirSync(`${import.meta.dirname}/golden`, { recursive: true, encoding: 'utf8' });
  expect(kept.filter((file) => /\.\w+$/u.test(file)).sort()).toEqual(drawn.sort());
});

/** Every number there is in data, wherever it stands. How much of them is to be drawn is none of them. */
const numbersIn = (data: unknown): number[] => {
  if (typeof data === 'number') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, each]) => (name === 'detail' ? [] : numbersIn(each)));
};

describe.each(random)('$id, whatever it is given,', ({ drawn }) => {
  test('stays in its picture, and no two of its texts meet', () => {
    fc.assert(
      fc.property(drawn, ({ drawnFor, picture: { svg, width, height } }) => {
        expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
        const seen = look(svg);
        expect([seen.width, seen.height]).toEqual([width, height]);
        const outside = [...seen.marks, ...seen.texts].filter(
          (box) =>
            !(box.x >= -0.1 && box.y >= -0.1 && box.x + box.width <= width + 0.1 && box.y + box.height <= height + 0.1),
        );
        expect(outside).toEqual([]);
        expect(overlapping(seen.texts)).toEqual([]);
        expect(svg.includes('var(')).toBe((drawnFor.colours ?? 'properties') === 'properties');
      }),
      { numRuns: 100 },
    );
  });

  test('says all of it in its table, and opens nothing that is not there', () => {
    fc.assert(
      fc.property(drawn, ({ given, picture: { svg, table } }) => {
        const cells = new Set(table.rows.flatMap((row) => row.cells));
        expect(numbersIn(given).filter((each) => !cells.has(each))).toEqual([]);
        expect(table.rows.filter((row) => row.cells.length !== table.columns.length)).toEqual([]);
        const keys = new Set([...table.rows, ...table.columns].map(({ key }) => key));
        expect(look(svg).keys.filter((each) => !keys.has(each))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('is told in words that name no missing number', () => {
    fc.assert(
      fc.property(drawn, ({ picture: { title, subtitle, summary } }) => {
        expect(`${title}\n${subtitle}\n${summary}`).not.toMatch(/NaN|undefined|null|Infinity|∞/u);
        expect(summary).toMatch(/\S/u);
      }),
    );
  });
});
