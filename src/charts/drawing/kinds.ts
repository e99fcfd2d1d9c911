import type { StageKind, TimeClass } from '#model/kinds.ts';
import type { Token } from '../tokens.ts';
import { hatched } from './axes.ts';
import { label } from './label.ts';
import { widthOf } from './letters.ts';
import type { Drawing, Pen } from './pen.ts';
import { type Mark, mark } from './svg.ts';

/** One colour a kind of stage or of time, on all charts. Work is solid; waiting is the light fill of its colour. */
export const kindToken: Readonly<Record<StageKind | TimeClass, Token>> = {
  new: 'series6',
  queue: 'series2',
  handoff: 'series5',
  decision: 'series4',
  blocked: 'series6',
  active: 'series1',
  done: 'series3',
  cancelled: 'muted',
  unmapped: 'border',
};

/** How strong the fill is, by which work and waiting are told apart without their colours. */
export const kindOpacity = (kind: StageKind | TimeClass): number => (kind === 'active' ? 1 : 0.3);

/** What each kind of time is called. */
export const kindNames: Readonly<Record<TimeClass, string>> = {
  active: 'worked on',
  queue: 'in a queue',
  handoff: 'after a hand-over',
  decision: 'for a decision',
  blocked: 'blocked',
  unmapped: 'stage not known',
};

/** All kinds in the order in which they stand. */
export const timeClasses: readonly TimeClass[] = ['active', 'queue', 'handoff', 'decision', 'blocked', 'unmapped'];

/** What each fill stands for, on as many lines as it takes. */
export const kindLegend = (shown: readonly TimeClass[], width: number, pen: Pen): Drawing => {
  let [x, y] = [0, 0];
  const marks = shown.flatMap((kind) => {
    const wide = 18 + widthOf(kindNames[kind], 12) + 16;
    if (x > 0 && x + wide - 16 > width) [x, y] = [0, y + 20];
    const at = x;
    x += wide;
    return [
      ...kindSegment(kind, at, y + 2, 12, 12, pen),
      label(kindNames[kind], at + 18, y + 12, { fill: pen.colour('muted') }),
    ];
  });
  return { height: shown.length === 0 ? 0 : y + 30, marks };
};

/** A box of one kind; where the kind is not known it is hatched. `open` says that it goes on. */
export const kindSegment = (
  kind: TimeClass,
  x: number,
  y: number,
  width: number,
  height: number,
  pen: Pen,
  open = false,
): Mark[] => {
  const edge = { x, y, width, height, 'stroke-width': 0.8, 'stroke-dasharray': open ? '3 2' : null };
  if (kind === 'unmapped') {
    return [
      ...hatched(x, y, width, height, pen),
      mark('rect', { ...edge, fill: 'none', stroke: pen.colour('border') }),
    ];
  }
  const fill = pen.colour(kindToken[kind]);
  return [mark('rect', { ...edge, fill, 'fill-opacity': kindOpacity(kind), stroke: fill })];
};
