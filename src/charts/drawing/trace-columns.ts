import { hatched } from './axes.ts';
import { label, told } from './label.ts';
import { type Entry, legend } from './legend.ts';
import { fitted } from './letters.ts';
import type { Drawing, Pen } from './pen.ts';
import { type Mark, mark } from './svg.ts';
import { columnsOf, type TraceLink, type TraceNode, type TraceStub, type ValueTraceData } from './trace.ts';
import { barWidth, layOutTrace } from './trace-layout.ts';

const head = 28;

/** A trace as columns with flows between them. Whatever goes no further ends in a hatched stub beside where it stays. */
export const traceColumns = (data: ValueTraceData, say: (link: TraceLink) => string, pen: Pen): Drawing => {
  const { width, colour } = pen;
  const kinds = columnsOf(data.way);
  const wide = width / kinds.length;
  const nodes = data.nodes.map((node) => ({ node, stubs: data.stubs.filter(({ from }) => from === node.id) }));
  const at = new Map(data.nodes.map(({ id }, index) => [id, index]));
  const layout = layOutTrace(
    nodes.map(({ node, stubs }) => ({
      column: kinds.indexOf(node.kind),
      amount: node.amount ?? 0,
      lost: stubs.reduce((sum, { amount }) => sum + Math.max(0, amount ?? 0), 0),
      lines: linesOf(node, stubs),
    })),
    data.links.map(({ from, to, amount }) => ({ from: at.get(from) ?? -1, to: at.get(to) ?? -1, amount: amount ?? 0 })),
    kinds.map((_, index) => wide * index),
    360,
  );
  const flows = data.links.flatMap((link, index) => {
    const d = layout.ribbons[index];
    return d === null || d === undefined || !at.has(link.from) || !at.has(link.to)
      ? []
      : [told(link.key, say(link), mark('path', { d, ...lookOf(link, pen) }))];
  });
  const stops = nodes.map(({ node, stubs }, index) => {
    const bar = layout.bars[index] ?? { x: 0, y: 0, height: 0, lost: 0 };
    return stopMarks(node, stubs, bar, wide, data.currency, pen);
  });
  const keys = legend(entriesOf(data, pen), head + layout.height + 14, pen);
  return {
    height: keys.height + 4,
    marks: [
      ...kinds.map((kind, index) =>
        label(fitted(`${kind[0]?.toUpperCase()}${kind.slice(1)}`, wide - 12, 12, true), wide * index, 14, {
          bold: true,
          fill: colour('muted'),
        }),
      ),
      mark('g', { transform: `translate(0 ${head})` }, ...flows, ...stops),
      ...keys.marks,
    ],
  };
};

const linesOf = ({ note }: TraceNode, stubs: readonly TraceStub[]): number =>
  2 + (note === null ? 0 : 1) + stubs.length;

/** Who says that the one leads to the other has measured it, or only says so. */
const isMeasured = ({ grade }: TraceLink): boolean => grade === 'A' || grade === 'B' || grade === 'C';

const lookOf = (link: TraceLink, { colour }: Pen): Mark['attributes'] => ({
  fill: colour('series1'),
  'fill-opacity': isMeasured(link) ? 0.4 : 0.12,
  stroke: colour('series1'),
  'stroke-width': 0.8,
  'stroke-opacity': 0.6,
  'stroke-dasharray': isMeasured(link) ? null : '3 2',
});

type Place = { readonly x: number; readonly y: number; readonly height: number; readonly lost: number };

const stopMarks = (
  { key, name, amount, note }: TraceNode,
  stubs: readonly TraceStub[],
  { x, y, height, lost }: Place,
  wide: number,
  currency: string,
  pen: Pen,
): Mark => {
  const { colour, words } = pen;
  const room = wide - barWidth - 16;
  const shown = words.figure(amount, currency);
  const lines: readonly { readonly text: string; readonly bold?: true }[] = [
    { text: name, bold: true },
    { text: shown },
    ...(note === null ? [] : [{ text: note }]),
    ...stubs.map((stub) => ({ text: `${stub.reason}: ${words.figure(stub.amount, currency)}` })),
  ];
  const said = [`${name}: ${shown}`, ...lines.slice(2).map(({ text }) => text)].join('; ');
  return told(
    key,
    said,
    mark('rect', { x, y, width: barWidth, height, fill: colour('text') }),
    ...(lost > 0 ? stub(x + barWidth, y + height - lost, lost, pen) : []),
    ...lines.map(({ text, bold }, index) =>
      label(fitted(text, room, 12, bold), x + barWidth + 6 + (lost > 0 ? stubWidth : 0), y + 11 + index * 15, {
        ...(bold && { bold }),
        ...(!bold && { fill: colour(index === 1 ? 'text' : 'muted') }),
      }),
    ),
  );
};

const stubWidth = 8;

const stub = (x: number, y: number, height: number, pen: Pen): Mark[] => [
  mark('rect', {
    x,
    y,
    width: stubWidth,
    height,
    fill: pen.colour('grid'),
    stroke: pen.colour('border'),
    'stroke-width': 0.8,
  }),
  ...hatched(x, y, stubWidth, height, pen),
];

const entriesOf = ({ links, stubs }: ValueTraceData, pen: Pen): Entry[] => {
  const link = (grade: TraceLink['grade']): Entry['swatch'] => {
    return (x, y) => [
      mark('rect', {
        x,
        y,
        width: 12,
        height: 12,
        ...lookOf({ key: null, from: '', to: '', amount: null, grade }, pen),
      }),
    ];
  };
  return [
    ...(links.some(isMeasured) ? [{ text: 'measured (grade A to C)', swatch: link('A') }] : []),
    ...(links.some((each) => !isMeasured(each)) ? [{ text: 'declared or assumed (D, E)', swatch: link('E') }] : []),
    ...(stubs.length > 0
      ? [{ text: 'goes no further', swatch: (x: number, y: number) => stub(x + 2, y, 12, pen) }]
      : []),
  ];
};
