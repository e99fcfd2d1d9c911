import { gaps } from './axes.ts';
import { linePath } from './path.ts';
import type { Pen } from './pen.ts';
import { type Mark, mark } from './svg.ts';
import { scale } from './ticks.ts';

/** A value of one period; null where nothing is known of it. */
export type Step = { readonly period: string; readonly value: number | null };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * The course of a value without axes, its last one dotted. What is seen is never less than a fifth of the greatest value, so
 * that a wobble looks like one. Periods without data are hatched.
 */
export const spark = (steps: readonly Step[], { x, y, width, height }: Box, pen: Pen): Mark[] => {
  const { colour } = pen;
  const slot = width / Math.max(1, steps.length);
  const [from, until] = seen(steps.flatMap(({ value }) => value ?? []));
  const up = scale(from, until, y + height - 4, y + 4);
  const points = steps.map(({ value }, index) =>
    value === null ? null : ([x + slot * (index + 0.5), up(value)] as const),
  );
  const missing = steps.map(({ value }) => value === null);
  const alone = points.filter((point, index) => point && !points[index - 1] && !points[index + 1]);
  const last = points.at(-1);
  return [
    ...gaps(missing, slot, { left: x, top: y + 2, bottom: y + height - 2 }, pen),
    mark('path', {
      d: linePath(points),
      stroke: colour('muted'),
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
      fill: 'none',
    }),
    ...alone.flatMap((point) => (point ? dot(point, 1.5, colour('muted')) : [])),
    ...(last ? [dot(last, 3, colour('series1'))] : []),
  ].filter(({ name, attributes }) => name !== 'path' || attributes.d !== '');
};

const dot = ([cx, cy]: readonly [number, number], r: number, fill: string): Mark => mark('circle', { cx, cy, r, fill });

const seen = (values: readonly number[]): readonly [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const wide = Math.max(Math.abs(low), Math.abs(high)) / 5;
  if (values.length === 0 || high / 2 - low / 2 >= wide / 2) return values.length === 0 ? [0, 1] : [low, high];
  const middle = low / 2 + high / 2;
  return wide === 0 ? [-1, 1] : [middle - wide / 2, middle + wide / 2];
};
