import { hatched } from './axes.ts';
import { label, told } from './label.ts';
import { fitted, widthOf, wrapped } from './letters.ts';
import type { Pen } from './pen.ts';
import { type Step, toneOf } from './steps.ts';
import { type Mark, mark } from './svg.ts';

type Cell = {
  readonly key: string | null;
  readonly name: string;
  readonly value: number | null;
  readonly strategic: boolean | null;
};

/** The least width of a box, and its height: two lines of name, one of value. */
export const cellSize = { width: 132, height: 58 };

/** One capability: its name, its value on the shade of its step, outlined where it is strategic, hatched without a value. */
export const cellMarks = (
  { key, name, value, strategic }: Cell,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  unit: string,
  steps: readonly Step[],
  said: string,
  pen: Pen,
): Mark => {
  const { colour, words } = pen;
  const { height } = cellSize;
  const tone = value === null ? null : toneOf(value, steps);
  // A gap of the ground parts the outline from its shade, because no ink stands out on all shades.
  const inset = strategic === true ? 3.5 : 0;
  const ink = colour(tone?.ink ?? 'text');
  const lines = wrapped(name, width - 16, 12, strategic === true, 2);
  const text = words.figure(value, unit);
  return told(
    key,
    said,
    mark('rect', {
      x: x + inset,
      y: y + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: 3,
      fill: colour(tone?.fill ?? 'surface'),
    }),
    ...(tone === null
      ? hatched(x + 8 + widthOf('no data', 12) + 6, y + 40, Math.max(0, width - widthOf('no data', 12) - 22), 12, pen)
      : []),
    ...(strategic === true
      ? [
          mark('rect', {
            x: x + 1,
            y: y + 1,
            width: width - 2,
            height: height - 2,
            rx: 4,
            fill: 'none',
            stroke: colour('text'),
            'stroke-width': 1.5,
          }),
        ]
      : []),
    ...lines.map((line, index) => label(line, x + 8, y + 17 + index * 15, { bold: strategic === true, fill: ink })),
    label(fitted(text, width - 16, 12), x + 8, y + 50, { fill: tone === null ? colour('muted') : ink }),
  );
};
