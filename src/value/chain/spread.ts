import type { Day } from '#model/day.ts';
import type { Chain, ChainNode, NodeKind } from './chain.ts';
import { dayNumber, gradeCount, type Lanes, type Way } from './lanes.ts';
import { Divider, inProportion } from './units.ts';

/**
 * Where units went: what reached each node and what stayed there, by the weakest grade on the way, and what went along each
 * link. The place of a node and a grade is `slotOf`, that of a link its index.
 */
export type Tally = {
  readonly reached: Float64Array;
  readonly stayed: Float64Array;
  /** What links would have passed on that are weaker than is followed. */
  readonly held: Float64Array;
  readonly along: Float64Array;
  /** By link, what it would have passed on but for its grade. */
  readonly barred: Float64Array;
};

export const slotOf = ({ index }: ChainNode, grade: number): number => index * gradeCount + grade;

/** What reached a node, or stayed there, by the weakest grade on the way. */
export const gradesAt = (units: Float64Array, { index }: ChainNode): Float64Array =>
  units.subarray(index * gradeCount, (index + 1) * gradeCount);

export const sumAt = (units: Float64Array, node: ChainNode): number => sumOf(gradesAt(units, node));

const sumOf = (units: Float64Array): number => units.reduce((sum, each) => sum + each, 0);

export const emptyTally = ({ nodes, steps }: Chain): Tally => ({
  reached: new Float64Array(nodes.length * gradeCount),
  stayed: new Float64Array(nodes.length * gradeCount),
  held: new Float64Array(nodes.length * gradeCount),
  along: new Float64Array(steps.length),
  barred: new Float64Array(steps.length),
});

/** Amounts of one unit and one sign that go by the same links: those that hold on `day`. */
export type Batch = { readonly day: Day; readonly starts: readonly Start[] };

/** What starts at a node; `grade` is the weakest on the way that it has come already, 0 where it has come none. */
export type Start = { readonly node: ChainNode; readonly grade: number; readonly units: number };

/**
 * Walks units through the links that hold on a day. Nothing is counted twice and nothing is lost: what stayed, over all
 * nodes, with what is held, is what started.
 *
 * A node divides what it has once, whatever ways it came by, so diamonds and benefits that feed each other add nothing.
 * Parts are whole units by largest remainder, of each grade apart. What starts is of one sign. The walk goes no further than
 * the records of the kind `to`, where one is told, and along no link weaker than `weakest`, by its place among the grades:
 * what such a link would pass on is held at its giver.
 */
export const spread = (
  chain: Chain,
  way: Way,
  { day, starts }: Batch,
  { to, weakest = gradeCount - 1 }: { readonly to?: NodeKind; readonly weakest?: number } = {},
): Tally => {
  const tally = emptyTally(chain);
  for (const { node, grade, units } of starts) put(tally.reached, slotOf(node, grade), units);
  const lanes = chain.lanes[way];
  const walk = new Walk(lanes, dayNumber(day), tally, weakest);
  for (const node of lanes.order) {
    if (to !== undefined && chain.nodes[node]?.kind === to) break;
    walk.pass(node);
  }
  return tally;
};

const put = (units: Float64Array, place: number, more: number): void => {
  units[place] = (units[place] ?? 0) + more;
};

class Walk {
  readonly #lanes: Lanes;
  readonly #day: number;
  readonly #tally: Tally;
  readonly #weakest: number;
  readonly #divider: Divider;
  readonly #open: Int32Array;
  readonly #shares: Int32Array;

  constructor(lanes: Lanes, day: number, tally: Tally, weakest: number) {
    this.#weakest = weakest;
    this.#lanes = lanes;
    this.#day = day;
    this.#tally = tally;
    this.#divider = new Divider(lanes.most);
    this.#open = new Int32Array(lanes.most);
    this.#shares = new Int32Array(lanes.most);
  }

  pass(node: number): void {
    const { reached, stayed } = this.#tally;
    let count = -1;
    for (let grade = 0; grade < gradeCount; grade++) {
      const units = reached[node * gradeCount + grade] ?? 0;
      if (units === 0) continue;
      if (count < 0) count = this.#openLanes(node);
      put(stayed, node * gradeCount + grade, this.#divider.divide(units, this.#shares, count));
      this.#handOn(node, grade, count);
    }
  }

  /** The lanes that hold on the day and claim a share; how many there are. */
  #openLanes(node: number): number {
    const { starts, share, from, to } = this.#lanes;
    const end = starts[node + 1] ?? 0;
    let count = 0;
    for (let lane = starts[node] ?? 0; lane < end; lane++) {
      const own = share[lane] ?? 0;
      if (own === 0 || (from[lane] ?? 0) > this.#day || (to[lane] ?? 0) <= this.#day) continue;
      this.#open[count] = lane;
      this.#shares[count] = own;
      count += 1;
    }
    return count;
  }

  #handOn(node: number, grade: number, count: number): void {
    const { step, next, grade: grades } = this.#lanes;
    const { reached, along, held, barred } = this.#tally;
    const { parts } = this.#divider;
    for (let place = 0; place < count; place++) {
      const lane = this.#open[place] ?? 0;
      const part = parts[place] ?? 0;
      const own = grades[lane] ?? 0;
      if (own > this.#weakest) {
        put(held, node * gradeCount + grade, part);
        put(barred, step[lane] ?? 0, part);
        continue;
      }
      put(along, step[lane] ?? 0, part);
      put(reached, (next[lane] ?? 0) * gradeCount + Math.max(grade, own), part);
    }
  }
}

/**
 * The part of a walk that came to one node: what of each node and of each link went there, in the proportion in which it
 * came, by the weakest grade between it and the end. Nothing `stayed`; no more is told of a link than went along it.
 */
export const leadingTo = (chain: Chain, way: Way, walked: Tally, end: ChainNode): Tally => {
  const tally = emptyTally(chain);
  put(tally.reached, slotOf(end, 0), sumAt(walked.reached, end));
  const back = chain.lanes[way === 'forward' ? 'backward' : 'forward'];
  for (const node of back.order) gatherBack(back, tally, walked, node);
  return tally;
};

const gatherBack = (back: Lanes, { reached, along }: Tally, walked: Tally, node: number): void => {
  const slots = node * gradeCount;
  if (sumOf(reached.subarray(slots, slots + gradeCount)) === 0) return;
  const open: number[] = [];
  const left = [sumOf(walked.reached.subarray(slots, slots + gradeCount))];
  for (let lane = back.starts[node] ?? 0; lane < (back.starts[node + 1] ?? 0); lane++) {
    const came = walked.along[back.step[lane] ?? 0] ?? 0;
    if (came === 0) continue;
    open.push(lane);
    left.push(came);
    left[0] = (left[0] ?? 0) - came;
  }
  for (let grade = 0; grade < gradeCount; grade++) {
    const units = reached[slots + grade] ?? 0;
    if (units === 0) continue;
    const parts = inProportion(units, left);
    parts.forEach((part, place) => {
      left[place] = (left[place] ?? 0) - part;
      const lane = open[place - 1];
      if (lane === undefined) return;
      put(along, back.step[lane] ?? 0, part);
      put(reached, (back.next[lane] ?? 0) * gradeCount + Math.max(grade, back.grade[lane] ?? 0), part);
    });
  }
};
