import { type Mark, mark } from './svg.ts';

type Look = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
};

/** A text that stands on a point. The size of the picture's own type is not written again. */
export const label = (
  text: string,
  x: number,
  y: number,
  { size = 12, bold = false, anchor = 'start', fill }: Look = {},
): Mark =>
  mark(
    'text',
    {
      x,
      y,
      'font-size': size === 12 ? null : size,
      'font-weight': bold ? 600 : null,
      'text-anchor': anchor === 'start' ? null : anchor,
      fill,
    },
    text,
  );

/** Marks that stand for one thing: pointed at, they tell it; with a key, a page can open what is behind it. */
export const told = (key: string | null, text: string, ...marks: readonly Mark[]): Mark =>
  mark('g', { 'data-key': key }, mark('title', {}, text), ...marks);
