import { hatched } from './axes.ts';
import { label } from './label.ts';
import { fitted, widthOf } from './letters.ts';
import type { Drawing, Pen } from './pen.ts';
import { type Mark, mark } from './svg.ts';
import { scale } from './ticks.ts';
import { columnsOf, type ValueTraceData } from './trace.ts';

const [block, line] = [44, 18];

/** Where five columns have no room: what reaches each stage of the chain, and below it what goes no further from there. */
export const traceFunnel = (data: ValueTraceData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const kinds = columnsOf(data.way);
  const kindOf = new Map(data.nodes.map(({ id, kind }) => [id, kind as string]));
  const stages = kinds.map((kind) => ({ kind, ...stageOf(data, kind, kindOf) }));
  const along = scale(0, Math.max(0, ...stages.map(({ sum }) => sum ?? 0)), 0, width);
  const marks: Mark[] = [];
  let y = 0;
  for (const { kind, count, sum, lost } of stages) {
    const text = count === 0 ? 'none' : fitted(words.figure(sum, data.currency), width * 0.5, 12, true);
    const name = `${kind[0]?.toUpperCase()}${kind.slice(1)} · ${words.count(count)}`;
    marks.push(
      label(fitted(name, width - widthOf(text, 12, true) - 12, 12), 0, y + 12),
      label(text, width, y + 12, { anchor: 'end', bold: true }),
      mark('rect', { x: 0, y: y + 18, width: along(sum ?? 0), height: 14, fill: colour('series1') }),
    );
    y += block;
    for (const [reason, amount] of lost) {
      const stub = fitted(`${reason}: ${words.figure(amount, data.currency)}`, width - 26, 12);
      marks.push(...hatched(8, y - 6, 12, 12, pen), label(stub, 26, y + 4, { fill: colour('muted') }));
      y += line;
    }
  }
  return { height: y + 4, marks };
};

const stageOf = (
  { nodes, links, stubs }: ValueTraceData,
  kind: string,
  kindOf: ReadonlyMap<string, string>,
): { readonly count: number; readonly sum: number | null; readonly lost: ReadonlyMap<string, number> } => {
  const own = nodes.filter((node) => node.kind === kind);
  // What comes from the same stage is there already: it is not counted again.
  const inside = links.filter(({ from, to }) => kindOf.get(to) === kind && kindOf.get(from) === kind);
  const lost = new Map<string, number>();
  for (const { from, reason, amount } of stubs)
    if (kindOf.get(from) === kind) lost.set(reason, (lost.get(reason) ?? 0) + (amount ?? 0));
  const known = own.flatMap(({ amount }) => amount ?? []);
  const twice = inside.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const sum = known.length === 0 ? null : known.reduce((all, amount) => all + amount, 0) - twice;
  return { count: own.length, sum, lost };
};
