import { label } from './label.ts';
import { widthOf } from './letters.ts';
import { hatchPath } from './path.ts';
import type { Pen } from './pen.ts';
import { type Mark, mark } from './svg.ts';
import { type Scale, scale, ticks, ticksAround } from './ticks.ts';

/** The field that marks stand in. */
export type Field = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export type ValueAxis = {
  readonly gutter: number;
  readonly ticks: readonly number[];
  readonly texts: readonly string[];
};

/** Round values for an axis with the room their labels take; the greatest carries the sign of the unit. */
export const valueAxis = (values: readonly number[], unit: string, { words }: Pen): ValueAxis => {
  const shown = ticks(Math.min(0, ...values), Math.max(0, ...values));
  return labelled(shown, (value) => words.figure(value, unit));
};

const labelled = (shown: readonly number[], textOf: (value: number) => string): ValueAxis => {
  const texts = shown.map(textOf);
  return { gutter: Math.ceil(Math.max(...texts.map((text) => widthOf(text, 12)))) + 8, ticks: shown, texts };
};

/**
 * The same without nought where no value is near it, for lines that would lie flat above it. Where values differ by so little
 * that round ones between them could not be told apart, it has nought.
 */
export const closeAxis = (values: readonly number[], unit: string, pen: Pen): ValueAxis => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(most - least > 1e-6 * Math.max(1, Math.abs(least), Math.abs(most)))) return valueAxis(values, unit, pen);
  const axes = [5, 4, 3, 2].map((lines): ValueAxis => {
    const shown = ticksAround(least, most, lines);
    const step = (shown[1] ?? 0) - (shown[0] ?? 0);
    return labelled(shown, (value) => pen.words.figure(value, unit, { lower: value - step, upper: value + step }));
  });
  return (
    axes.find(({ texts }) => texts.length > 1 && new Set(texts).size === texts.length) ?? valueAxis(values, unit, pen)
  );
};

export const upward = ({ ticks: shown }: ValueAxis, { top, bottom }: Field): Scale =>
  scale(shown[0] ?? 0, shown.at(-1) ?? 1, bottom, top);

/** Faint lines behind everything, their values on the left, nought a little stronger. */
export const gridLines = (axis: ValueAxis, field: Field, { colour }: Pen): Mark[] => {
  const up = upward(axis, field);
  return axis.ticks.flatMap((value, index) => {
    const y = up(value);
    return [
      mark('line', { x1: field.left, x2: field.right, y1: y, y2: y, stroke: colour(value === 0 ? 'border' : 'grid') }),
      label(axis.texts[index] ?? '', field.left - 8, y + 4, { anchor: 'end', fill: colour('muted') }),
    ];
  });
};

/** A box without data. */
export const hatched = (x: number, y: number, width: number, height: number, { colour }: Pen): Mark[] => {
  const d = hatchPath(x, y, width, height);
  return d === ''
    ? []
    : [mark('path', { d, stroke: colour('border'), 'stroke-width': 0.8, 'stroke-opacity': 0.6, fill: 'none' })];
};

/** Places in a row that miss something: each stretch of them is one hatched box. */
export const gaps = (
  missing: readonly boolean[],
  slot: number,
  { left, top, bottom }: Pick<Field, 'left' | 'top' | 'bottom'>,
  pen: Pen,
): Mark[] =>
  missing.flatMap((gap, index) => {
    if (!gap || missing[index - 1]) return [];
    const end = missing.indexOf(false, index);
    return hatched(left + slot * index, top, slot * ((end < 0 ? missing.length : end) - index), bottom - top, pen);
  });

/** A field of nothing, which says so. */
export const nothing = (text: string, height: number, pen: Pen): Mark[] => {
  const { width, colour } = pen;
  const wide = widthOf(text, 12) + 16;
  return [
    ...hatched(0, 0, width, height, pen),
    mark('rect', { x: (width - wide) / 2, y: height / 2 - 12, width: wide, height: 24, fill: colour('background') }),
    label(text, width / 2, height / 2 + 4, { anchor: 'middle', fill: colour('muted') }),
  ];
};
