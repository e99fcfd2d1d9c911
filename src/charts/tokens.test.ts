import { describe, expect, test } from 'vitest';
import { differenceOf, ratioOf, seenBy, visions } from './fixtures/colour.ts';
import { declarationsOf, type ThemeName, type Token, themes } from './tokens.ts';

const both = ['light', 'dark'] as const;

test.each(both)('the %s theme states every colour once, as six digits', (theme) => {
  const lines = declarationsOf(theme).split('\n');
  expect(lines.filter((line) => !/^--colour-[a-z]+(-step|-series)?[1-6]?: #[0-9A-F]{6};$/u.test(line))).toEqual([]);
  expect(new Set(lines.map((line) => line.split(':')[0])).size).toBe(Object.keys(themes.light).length);
});

const series: readonly Token[] = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'];
const texts: readonly Token[] = ['text', 'muted', 'accent', 'bad', 'warn', 'good'];

/** Who stands on what, and by how much it has to differ from it (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [what: string, tokens: readonly Token[], on: readonly Token[], least: number])[] = [
  ['text', texts, ['background', 'surface'], 4.5],
  ['the edges of controls', ['border'], ['background', 'surface'], 3],
  ['series', series, ['background'], 3],
  ['a value on the first series', ['onSeries1'], ['series1'], 4.5],
  ['a value on the first step', ['onStep1'], ['step1'], 4.5],
  ['a value on the second step', ['onStep2'], ['step2'], 4.5],
  ['a value on the third step', ['onStep3'], ['step3'], 4.5],
  ['a value on the fourth step', ['onStep4'], ['step4'], 4.5],
  ['a value on the fifth step', ['onStep5'], ['step5'], 4.5],
];

describe.each(both)('in the %s theme', (theme) => {
  test.each(pairs)('%s stands out', (_, tokens, grounds, least) => {
    const faint = tokens.flatMap((token) =>
      grounds.flatMap((ground) => {
        const ratio = ratioOf(themes[theme][token], themes[theme][ground]);
        return ratio < least ? [`${token} on ${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(faint).toEqual([]);
  });

  test('steps go one way, away from the background, and each is told from the next', () => {
    const ratios = ([1, 2, 3, 4, 5] as const).map((step) =>
      ratioOf(themes[theme][`step${step}`], themes[theme].background),
    );
    const jumps = ratios.slice(1).map((ratio, index) => ratio / (ratios[index] ?? ratio));
    expect(jumps.filter((jump) => jump < 1.25)).toEqual([]);
  });
});

/** The least distance between any two series, as the style guide promises it. */
test.each<readonly [ThemeName, number]>([
  ['light', 28],
  ['dark', 32],
])('series of the %s theme are told apart by whoever sees fewer colours too', (theme, least) => {
  const close = visions.flatMap((vision) =>
    series.flatMap((one, index) =>
      series.slice(index + 1).flatMap((other) => {
        const distance = differenceOf(seenBy(vision, themes[theme][one]), seenBy(vision, themes[theme][other]));
        return distance < least ? [`${one} and ${other}, ${vision}: ${distance.toFixed(1)}`] : [];
      }),
    ),
  );
  expect(close).toEqual([]);
});
