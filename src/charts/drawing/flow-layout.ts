import { linePath, type Point } from './path.ts';
import { place } from './svg.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * A way drawn: its line, its head, and where its label may stand, best place first, with the room it has there. `beyond` is
 * the other side of a short line. No label reaches out of `from` and `until`.
 */
export type Edge = {
  readonly path: string;
  readonly head: string;
  readonly labels: readonly Point[];
  readonly beyond: readonly Point[];
  readonly room: number;
  readonly from: number;
  readonly until: number;
};

export type FlowLayout = { readonly height: number; readonly boxes: readonly Box[]; readonly edges: readonly Edge[] };

/** From which stage to which, by their places in the order, and how broad the line is. */
type Way = readonly [from: number, to: number, stroke: number];

/** Along is the way work goes, across is beside it. `side` is where ways forward that leave stages out run. */
type Plan = {
  readonly vertical: boolean;
  readonly width: number;
  readonly length: number;
  readonly thickness: number;
  readonly gap: number;
  readonly middle: number;
  readonly lane: { readonly forward: number; readonly backward: number };
};

const headLength = 8;
const corner = 8;

/** A head is broader than its line. */
const headHalf = (stroke: number): number => Math.max(4, stroke / 2 + 2.5);

/**
 * Stages on one line in their order, from left to right where there is room for their names, else downwards. A way to the
 * next stage is straight; one that leaves stages out runs on one side, one that goes back on the other, each in a lane of
 * its own. So the order can be read at once, nothing hides a stage, and the same data give the same map.
 */
export const layOut = (stages: number, ways: readonly Way[], width: number): FlowLayout => {
  const lanes = lanesOf(ways);
  const vertical = width / stages < 140;
  const most = { forward: deepest(ways, lanes, true), backward: deepest(ways, lanes, false) };
  const plan = vertical ? downwards(width, most) : sideways(width, stages, most);
  const start = (index: number): number => 2 + index * (plan.length + plan.gap);
  const point = (along: number, across: number): Point => (vertical ? [across, along] : [along, across]);
  const boxes = Array.from({ length: stages }, (_, index): Box => {
    const [x, y] = point(start(index), plan.middle - plan.thickness / 2);
    return vertical
      ? { x, y, width: plan.thickness, height: plan.length }
      : { x, y, width: plan.length, height: plan.thickness };
  });
  const edges = ways.map((way, index) =>
    way[1] === way[0] + 1
      ? straight(way, plan, start, point)
      : around(way, lanes[index] ?? 0, portsOf(way, ways), plan, start, point),
  );
  const across = plan.middle + plan.thickness / 2 + most.backward * plan.lane.backward + 14;
  return { height: Math.ceil(vertical ? start(stages - 1) + plan.length + 2 : across), boxes, edges };
};

const sideways = (width: number, stages: number, most: { forward: number; backward: number }): Plan => {
  const gap = 64;
  const length = Math.min(190, (width - 4 - gap * (stages - 1)) / stages);
  const thickness = 60;
  return {
    vertical: false,
    width,
    length,
    thickness,
    gap,
    middle: most.forward * 26 + 14 + thickness / 2,
    lane: { forward: 26, backward: 26 },
  };
};

const downwards = (width: number, most: { forward: number; backward: number }): Plan => {
  const thickness = Math.round(Math.min(220, width * 0.44));
  const side = (width - thickness) / 2 - 14;
  const lane = (count: number): number => Math.min(34, side / Math.max(1, count));
  return {
    vertical: true,
    width,
    length: 44,
    thickness,
    gap: 40,
    middle: width / 2,
    lane: { forward: lane(most.forward), backward: lane(most.backward) },
  };
};

const isNext = ([from, to]: Way): boolean => to === from + 1;

const isForward = ([from, to]: Way): boolean => to > from;

/** The lowest lane for each way that runs beside the line, the shortest first, so that long ways enclose short ones. */
const lanesOf = (ways: readonly Way[]): number[] => {
  const lanes = ways.map(() => 0);
  const used = new Map<string, (readonly [number, number])[]>();
  const order = ways
    .map((way, index) => ({ way, index, low: Math.min(way[0], way[1]), high: Math.max(way[0], way[1]) }))
    .filter(({ way }) => !isNext(way))
    .sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low || a.index - b.index);
  for (const { way, index, low, high } of order) {
    let lane = 1;
    const key = (): string => `${isForward(way)} ${lane}`;
    while (used.get(key())?.some(([from, until]) => from < high && low < until)) lane += 1;
    used.set(key(), [...(used.get(key()) ?? []), [low, high]]);
    lanes[index] = lane;
  }
  return lanes;
};

const deepest = (ways: readonly Way[], lanes: readonly number[], forward: boolean): number =>
  Math.max(0, ...ways.map((way, index) => (isForward(way) === forward ? (lanes[index] ?? 0) : 0)));

/**
 * Where on the side of a box a way leaves and arrives, as a share of its half. The longer a way, the nearer to the middle, so
 * that ways of one box do not cross.
 */
const portsOf = (way: Way, ways: readonly Way[]): readonly [number, number] => {
  const beside = ways.filter((each) => !isNext(each) && isForward(each) === isForward(way));
  const span = ([from, to]: Way): number => Math.abs(to - from);
  const share = (end: 0 | 1): number => {
    const same = beside.filter((each) => each[end] === way[end]).sort((a, b) => span(b) - span(a));
    return (same.indexOf(way) + 1) / (same.length + 1);
  };
  return [share(0), share(1)];
};

type Place = (along: number, across: number) => Point;

const straight = (
  [from, , stroke]: Way,
  { middle, length, gap, vertical, width }: Plan,
  start: (index: number) => number,
  point: Place,
): Edge => {
  const [begin, end] = [start(from) + length, start(from) + length + gap];
  return {
    path: linePath([point(begin, middle), point(end - headLength, middle)]),
    head: headPath(
      point(end - headLength, middle - headHalf(stroke)),
      point(end - headLength, middle + headHalf(stroke)),
      point(end, middle),
    ),
    labels: [point((begin + end) / 2, vertical ? middle : middle - 14)],
    beyond: vertical ? [] : [point((begin + end) / 2, middle + 14)],
    room: vertical ? 200 : gap - 6,
    from: 0,
    until: width,
  };
};

const around = (
  way: Way,
  lane: number,
  [out, into]: readonly [number, number],
  plan: Plan,
  start: (index: number) => number,
  point: Place,
): Edge => {
  const [from, to, stroke] = way;
  const forward = isForward(way);
  const { middle, thickness, length, vertical } = plan;
  // Ways forward run above the line, or to its right; ways back on the other side.
  const side = forward === vertical ? 1 : -1;
  const direction = forward ? 1 : -1;
  const centre = (index: number): number => start(index) + length / 2;
  const begin = centre(from) + (direction * out * (length - 12)) / 2;
  const end = centre(to) - (direction * into * (length - 12)) / 2;
  const edge = middle + (side * thickness) / 2;
  const run = edge + side * (lane * (forward ? plan.lane.forward : plan.lane.backward) - (vertical ? 0 : 6));
  const bend = Math.min(corner, Math.abs(end - begin) / 2, Math.abs(run - edge) / 2);
  const tip = edge + side * Math.min(headLength, Math.abs(run - edge) / 2);
  const path = [
    linePath([point(begin, edge), point(begin, run - side * bend)]),
    curve(point(begin, run), point(begin + direction * bend, run)),
    `L${at(point(end - direction * bend, run))}`,
    curve(point(end, run), point(end, run - side * bend)),
    `L${at(point(end, tip))}`,
  ];
  return {
    path: path.join(''),
    head: headPath(point(end - headHalf(stroke), tip), point(end + headHalf(stroke), tip), point(end, edge)),
    labels: [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => point(begin + (end - begin) * share, run)),
    beyond: [],
    room: vertical ? (plan.width - thickness) / 2 - 8 : Math.abs(end - begin) - 2 * corner,
    // Beside a box that stands upright, a label keeps off it.
    from: vertical && side > 0 ? edge + 2 : 0,
    until: vertical && side < 0 ? edge - 2 : plan.width,
  };
};

const at = ([x, y]: Point): string => `${place(x)},${place(y)}`;

const curve = (control: Point, end: Point): string => `Q${at(control)} ${at(end)}`;

const headPath = (...corners: readonly Point[]): string => `${linePath(corners)}Z`;
