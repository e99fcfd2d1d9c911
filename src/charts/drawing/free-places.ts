import type { Field } from './axes.ts';

/** A box that is taken: a text or a mark that no text may cover. */
export type Taken = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Wanted = { readonly x: number; readonly y: number; readonly r: number; readonly width: number };

export type Beside = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' };

const line = 14;

const meet = (a: Taken, b: Taken): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Where the names of dots may stand: right, left, above or below of each, in this order, in the field and on no other name. Those
 * that come first in the list choose first; one that finds no place goes without (null) and is told by its dot alone.
 */
export const beside = (wanted: readonly Wanted[], field: Field): (Beside | null)[] => {
  const taken: Taken[] = [];
  return wanted.map(({ x, y, r, width }) => {
    const places: readonly (readonly [Beside, number])[] = [
      [{ x: x + r + 4, y: y + 4, anchor: 'start' }, x + r + 4],
      [{ x: x - r - 4, y: y + 4, anchor: 'end' }, x - r - 4 - width],
      [{ x, y: y - r - 4, anchor: 'middle' }, x - width / 2],
      [{ x, y: y + r + 13, anchor: 'middle' }, x - width / 2],
    ];
    for (const [place, left] of places) {
      const box = { x: left, y: place.y - 11, width, height: line };
      const inside =
        box.x >= field.left && box.x + width <= field.right && box.y >= field.top && box.y + line <= field.bottom;
      if (!inside || taken.some((each) => meet(each, box))) continue;
      taken.push(box);
      return place;
    }
    return null;
  });
};
