import { defineChart, type Row } from './define.ts';
import { nothing } from './drawing/axes.ts';
import { cellMarks, cellSize } from './drawing/capability-cell.ts';
import { label } from './drawing/label.ts';
import { type Entry, legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import { hatchPath } from './drawing/path.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { type Step, stepsOf } from './drawing/steps.ts';
import { type Mark, mark } from './drawing/svg.ts';

export type Capability = {
  readonly key: string | null;
  readonly id: string;
  readonly name: string;
  /** The `id` of the capability that it is part of. */
  readonly parent: string | null;
  readonly value: number | null;
  /** Null where no goal tells. */
  readonly strategic: boolean | null;
};

export type CapabilityMapData = {
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  /** In the order in which they stand. */
  readonly capabilities: readonly Capability[];
};

/** All capabilities as boxes in those that they are part of, coloured by one measure. */
export const capabilityMap = defineChart<CapabilityMapData>({
  id: 'capability-map',
  title: (data, words) => {
    const { measure, unit } = data;
    const strategic = leavesOf(data).filter((each) => each.strategic === true);
    const known = strategic.filter(isKnown);
    if (data.capabilities.length === 0) return 'No capability is on record';
    if (strategic.length === 0)
      return `${words.counted(data.capabilities.length, 'capability', 'capabilities')}, none of them strategic by a goal`;
    const [least] = [...known].sort((a, b) => a.value - b.value);
    const most = known.reduce<Known | undefined>(
      (best, each) => (best && best.value >= each.value ? best : each),
      undefined,
    );
    if (!least || !most)
      return `${measure}: nothing is known of ${words.counted(strategic.length, 'strategic capability', 'strategic capabilities')}`;
    const of = (each: Known): string => `${words.figure(each.value, unit)} at ${each.name}`;
    return known.length === 1 || least.value === most.value
      ? `${measure} of strategic capabilities: ${of(most)}`
      : `${measure} of strategic capabilities: from ${of(least)} to ${of(most)}`;
  },
  subtitle: (data, words) =>
    `${data.measure}, ${unitName(data.unit)}, ${data.period}, n = ${words.counted(data.capabilities.length, 'capability', 'capabilities')}, ${words.count(data.capabilities.filter(isKnown).length)} with data`,
  summary: (data, words) => {
    const known = data.capabilities.filter(isKnown);
    if (data.capabilities.length === 0) return 'There is no capability to show.';
    const most = [...known].sort((a, b) => b.value - a.value).slice(0, 5);
    const without = data.capabilities.length - known.length;
    const said = most.map((each) => saidOf(each, data.unit, words)).join('; ');
    return `${said === '' ? 'No values.' : `Highest: ${said}.`}${without > 0 ? ` ${words.counted(without, 'capability', 'capabilities')} without data.` : ''}`;
  },
  table: (data) => ({
    columns: [
      { name: 'capability', unit: null },
      { name: 'part of', unit: null },
      { name: 'strategic', unit: null },
      { name: data.measure || 'value', unit: unitName(data.unit) },
    ],
    rows: data.capabilities.map(
      ({ key, name, parent, strategic, value }): Row => ({
        key,
        cells: [name, nameOf(data, parent), strategic === null ? null : strategic ? 'yes' : 'no', value],
      }),
    ),
  }),
  draw: (data, pen) =>
    data.capabilities.length === 0
      ? { height: 120, marks: nothing('no data: no capability is on record', 120, pen) }
      : boxes(data, pen),
});

type Known = Capability & { readonly value: number };

const isKnown = (each: Capability): each is Known => each.value !== null;

const nameOf = ({ capabilities }: CapabilityMapData, id: string | null): string | null =>
  capabilities.find((each) => each.id === id)?.name ?? null;

const leavesOf = ({ capabilities }: CapabilityMapData): Capability[] => {
  const parents = new Set(capabilities.map(({ parent }) => parent));
  return capabilities.filter(({ id }) => !parents.has(id));
};

const saidOf = ({ name, value, strategic }: Capability, unit: string, words: Words): string =>
  `${name}: ${words.figure(value, unit)}${strategic === true ? ', strategic' : ''}`;

type Tree = { readonly at: Capability; readonly children: readonly Tree[] };

/** Roots and what is below them to the third level; one that names no known parent, or is its own ancestor, is a root. */
const treesOf = ({ capabilities }: CapabilityMapData): Tree[] => {
  const byId = new Map(capabilities.map((each) => [each.id, each]));
  const isRoot = (each: Capability): boolean => {
    const seen = new Set<string>();
    for (let up = each; ; ) {
      if (seen.has(up.id)) return seen.has(each.id) && up.id === each.id;
      seen.add(up.id);
      const next = up.parent === null ? undefined : byId.get(up.parent);
      if (!next) return up === each;
      up = next;
    }
  };
  const roots = new Set(capabilities.filter(isRoot));
  const grown = (at: Capability, level: number): Tree => ({
    at,
    children:
      level === 3
        ? []
        : capabilities
            .filter((each) => each.parent === at.id && !roots.has(each))
            .map((each) => grown(each, level + 1)),
  });
  return [...roots].map((each) => grown(each, 1));
};

const counted = (trees: readonly Tree[]): number => trees.reduce((sum, { children }) => sum + 1 + counted(children), 0);

const boxes = (data: CapabilityMapData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const steps = stepsOf(data.capabilities.filter(isKnown).map(({ value }) => value));
  const trees = treesOf(data);
  const marks: Mark[] = [];
  let y = 0;
  const say = (each: Capability): string => saidOf(each, data.unit, words);
  const paint = { unit: data.unit, steps, say };
  const lone = trees.filter(({ children }) => children.length === 0);
  for (const shelf of shelvesOf(
    trees.filter(({ children }) => children.length > 0),
    width,
  )) {
    const drawn = shelf.map(({ tree, x, wide }) => group(tree, x, y, wide, paint, pen));
    marks.push(...drawn.flatMap((each) => each.marks));
    y += Math.max(...drawn.map(({ height }) => height)) + 12;
  }
  const rest = grid(
    lone.map(({ at }) => at),
    0,
    y,
    width,
    paint,
    pen,
  );
  marks.push(...rest.marks);
  y += rest.height + (lone.length > 0 ? 12 : 0);
  const keys = legend(entriesOf(data, steps, pen), y + 2, pen);
  const deeper = data.capabilities.length - counted(trees);
  const note =
    deeper === 0
      ? []
      : [
          label(fitted(`${words.counted(deeper, 'deeper one')} in the table`, width, 12), 0, keys.height + 18, {
            fill: colour('muted'),
          }),
        ];
  return { height: keys.height + (deeper === 0 ? 4 : 26), marks: [...marks, ...keys.marks, ...note] };
};

/** How many boxes beside one another a group would like to have. */
const wishOf = ({ children }: Tree): number =>
  Math.max(
    2,
    children.filter((child) => child.children.length === 0).length,
    ...children.filter((child) => child.children.length > 0).map(wishOf),
  );

type Shelved = { readonly tree: Tree; readonly x: number; readonly wide: number };

/** Groups in their order, as many beside one another as have room for their boxes; those of one shelf share its width by their wishes. */
const shelvesOf = (trees: readonly Tree[], width: number): Shelved[][] => {
  const need = (wish: number): number => Math.min(width, wish * (cellSize.width + 6) + 26);
  const shelves: { tree: Tree; need: number }[][] = [];
  for (const tree of trees) {
    const last = shelves.at(-1);
    const each = { tree, need: need(wishOf(tree)) };
    const taken = (last ?? []).reduce((sum, other) => sum + other.need + 12, 0);
    if (last && taken + each.need <= width) last.push(each);
    else shelves.push([each]);
  }
  return shelves.map((shelf) => {
    const total = shelf.reduce((sum, each) => sum + each.need, 0);
    const room = width - 12 * (shelf.length - 1);
    let x = 0;
    return shelf.map(({ tree, need: own }) => {
      const placed = { tree, x, wide: (own / total) * room };
      x += placed.wide + 12;
      return placed;
    });
  });
};

type Paint = { readonly unit: string; readonly steps: readonly Step[]; readonly say: (each: Capability) => string };

/** One that has parts: its name and value, its parts below it, those with parts of their own as groups again. */
const group = ({ at, children }: Tree, x: number, y: number, width: number, paint: Paint, pen: Pen): Drawing => {
  const inner = { x: x + 8, width: width - 16 };
  const value = at.value === null ? '' : pen.words.figure(at.value, paint.unit);
  const room = inner.width - widthOf(value, 12) - 12;
  const marks: Mark[] = [
    label(fitted(at.name, room, 13, true), inner.x, y + 20, { size: 13, bold: true }),
    label(value, inner.x + inner.width, y + 20, { anchor: 'end', fill: pen.colour('muted') }),
  ];
  let down = y + 30;
  const plain = children.filter((child) => child.children.length === 0).map((child) => child.at);
  const cells = grid(plain, inner.x, down, inner.width, paint, pen);
  marks.push(...cells.marks);
  down += cells.height + (plain.length > 0 ? 8 : 0);
  for (const child of children.filter((each) => each.children.length > 0)) {
    const drawn = group(child, inner.x, down, inner.width, paint, pen);
    marks.push(...drawn.marks);
    down += drawn.height + 8;
  }
  const frame = mark('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: down - y - 1,
    rx: 4,
    fill: 'none',
    stroke: pen.colour(at.strategic === true ? 'text' : 'grid'),
    'stroke-width': at.strategic === true ? 1.5 : 1,
  });
  return { height: down - y, marks: [frame, ...marks] };
};

const grid = (
  cells: readonly Capability[],
  x: number,
  y: number,
  width: number,
  { unit, steps, say }: Paint,
  pen: Pen,
): Drawing => {
  const columns = Math.max(1, Math.floor((width + 6) / (cellSize.width + 6)));
  const wide = (width + 6) / columns - 6;
  const marks = cells.map((each, index) => {
    const at = { x: x + (index % columns) * (wide + 6), y: y + Math.floor(index / columns) * (cellSize.height + 6) };
    return cellMarks(each, { ...at, width: wide }, unit, steps, say(each), pen);
  });
  const rows = Math.ceil(cells.length / columns);
  return { height: rows === 0 ? 0 : rows * (cellSize.height + 6) - 6, marks };
};

const entriesOf = (data: CapabilityMapData, steps: readonly Step[], { colour, words }: Pen): Entry[] => {
  const box = (x: number, y: number, look: Mark['attributes']): Mark =>
    mark('rect', { x, y, width: 12, height: 12, ...look });
  const shades = steps.map(({ least, most, tone }): Entry => {
    const [from, to] = [words.figure(least, data.unit), words.figure(most, data.unit)];
    return {
      text: from === to ? from : `${from} to ${to}`,
      swatch: (x, y) => [box(x, y, { fill: colour(tone.fill) })],
    };
  });
  const outlined: Entry = {
    text: 'strategic',
    swatch: (x, y) => [
      mark('rect', {
        x: x + 1,
        y: y + 1,
        width: 10,
        height: 10,
        fill: 'none',
        stroke: colour('text'),
        'stroke-width': 2,
      }),
    ],
  };
  const empty: Entry = {
    text: 'no data',
    swatch: (x, y) => [mark('path', { d: hatchPath(x, y, 12, 12, 4), stroke: colour('border'), 'stroke-width': 0.8 })],
  };
  return [
    ...shades,
    ...(data.capabilities.some(({ strategic }) => strategic === true) ? [outlined] : []),
    ...(data.capabilities.some((each) => !isKnown(each)) ? [empty] : []),
  ];
};
