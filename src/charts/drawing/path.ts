import { place } from './svg.ts';

export type Point = readonly [x: number, y: number];

/** A line through points; at a point that is missing it breaks off. */
export const linePath = (points: readonly (Point | null)[]): string =>
  points.map((point, index) => (point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${at(point)}`)).join('');

/** The area between an upper and a lower edge, both from left to right. */
export const areaPath = (upper: readonly Point[], lower: readonly Point[]): string =>
  upper.length === 0 ? '' : `${linePath(upper)}L${[...lower].reverse().map(at).join('L')}Z`;

/** Slanted lines that fill a box: what is hatched has no data. Plain lines, so that no picture refers to an id. */
export const hatchPath = (x: number, y: number, width: number, height: number, gap = 6): string => {
  const lines: string[] = [];
  for (let offset = gap; offset < width + height; offset += gap) {
    const from: Point = [x + Math.max(0, offset - height), y + Math.min(offset, height)];
    const to: Point = [x + Math.min(offset, width), y + Math.max(0, offset - width)];
    lines.push(`M${at(from)}L${at(to)}`);
  }
  return lines.join('');
};

const at = ([x, y]: Point): string => `${place(x)},${place(y)}`;
