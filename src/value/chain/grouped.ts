import { isSome, negated, sumOfDecimals } from '#model/decimal.ts';
import { compareDecimals, type Decimal } from '#model/money.ts';
import type { Grade } from '#model/reading.ts';
import { type ChainNode, type ChainStep, type NodeKind, nodeKinds } from './chain.ts';
import { grades } from './lanes.ts';
import type { BreakReason } from './stubs.ts';
import type { ByGrade, Trace, TracedNode, TracedStep } from './trace.ts';

/**
 * A record of the picture, or several of one kind that are drawn as one: then `node` is none, `count` says how many, and
 * what they hand to each other is in `amount` once. Only a record by itself is told by grades.
 */
export type DrawnNode = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly node: ChainNode | undefined;
  readonly count: number;
  readonly amount: Decimal;
  readonly byGrade: ByGrade;
};

/** One or more links between two drawn nodes. `grade` is the weakest of them; `step` is the link where it is one. */
export type DrawnLink = {
  readonly from: string;
  readonly to: string;
  readonly step: ChainStep | undefined;
  readonly count: number;
  readonly amount: Decimal;
  readonly grade: Grade;
};

/** What goes no further at a drawn node, and why. */
export type DrawnStub = {
  readonly at: string;
  readonly reason: BreakReason | 'other-causes' | 'not-evidenced';
  readonly amount: Decimal;
};

export type Drawn = {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly stubs: readonly DrawnStub[];
};

/** Why what stays at a node stays there; none where it has arrived. */
export type Reason = (node: ChainNode) => DrawnStub['reason'] | undefined;

/**
 * A trace as it can be drawn: with at most so many links, and what is smaller of each kind as one.
 *
 * Of each kind those with the greatest amounts are drawn by themselves, as many of each as keep the links to the limit;
 * `through` always is. Amounts of what is drawn together are added up, so nothing is lost by it.
 */
export const drawn = (trace: Trace, reasonAt: Reason, limit: number, through?: ChainNode): Drawn => {
  const ranked = Map.groupBy(
    trace.nodes.toSorted((a, b) => compareDecimals(bare(b.amount), bare(a.amount))),
    ({ node }) => node.kind,
  );
  const alone = (most: number): ReadonlySet<ChainNode> =>
    new Set(
      [...ranked.values()].flatMap((nodes) =>
        nodes
          .filter(({ node }, place) => place < most || nodes.length === most + 1 || node === through)
          .map(({ node }) => node),
      ),
    );
  const longest = Math.max(0, ...[...ranked.values()].map(({ length }) => length));
  let [fits, over] = [0, longest + 1];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (hasAtMost(trace.steps, alone(middle), limit)) fits = middle;
    else over = middle;
  }
  return drawnWith(trace, reasonAt, alone(fits));
};

const bare = (amount: Decimal): Decimal => amount.replace('-', '');

const idOf = (node: ChainNode, alone: ReadonlySet<ChainNode>): string =>
  alone.has(node) ? `${node.kind} ${node.key}` : `${node.kind} others`;

/** Where a node is drawn, as a number: what is drawn as one has one place. There are many more nodes and steps than names. */
const placeOf = (node: ChainNode, alone: ReadonlySet<ChainNode>): number =>
  alone.has(node) ? node.index : -1 - nodeKinds.indexOf(node.kind);

/** More than a chain has: two places below it are one number. */
const mostNodes = 2 ** 26;

const pairAt = (from: number, to: number): number => from * mostNodes + to;

const pairOf = ({ giver, receiver }: ChainStep, alone: ReadonlySet<ChainNode>): number =>
  pairAt(placeOf(giver, alone), placeOf(receiver, alone));

/** Whether steps are at most so many between drawn nodes; no more of them are looked at than tell it. */
const hasAtMost = (steps: readonly TracedStep[], alone: ReadonlySet<ChainNode>, limit: number): boolean => {
  if (steps.length <= limit) return true;
  const pairs = new Set<number>();
  for (const { step } of steps) {
    pairs.add(pairOf(step, alone));
    if (pairs.size > limit) return false;
  }
  return true;
};

const drawnWith = ({ nodes, steps }: Trace, reasonAt: Reason, alone: ReadonlySet<ChainNode>): Drawn => {
  const groups = Map.groupBy(nodes, ({ node }) => placeOf(node, alone));
  const links = Map.groupBy(steps, ({ step }) => pairOf(step, alone));
  const within = (place: number): Decimal[] =>
    (links.get(pairAt(place, place)) ?? []).map(({ amount }) => negated(amount));
  return {
    nodes: [...groups].map(([place, some]) => drawnNode(some, alone, within(place))),
    links: [...links.values()].map((some) => drawnLink(some, alone)).filter(({ from, to }) => from !== to),
    stubs: [...groups.values()].flatMap((some) => stubsAt(some, alone, reasonAt)),
  };
};

const firstOf = <T>(some: readonly T[]): T => {
  const [first] = some;
  if (first === undefined) throw new Error('a group has something in it');
  return first;
};

const drawnNode = (
  some: readonly TracedNode[],
  alone: ReadonlySet<ChainNode>,
  within: readonly Decimal[],
): DrawnNode => {
  const first = firstOf(some);
  const node = alone.has(first.node) ? first.node : undefined;
  return {
    id: idOf(first.node, alone),
    kind: first.node.kind,
    node,
    count: some.length,
    amount: sumOfDecimals([...some.map(({ amount }) => amount), ...within]),
    byGrade: node ? first.byGrade : {},
  };
};

const drawnLink = (some: readonly TracedStep[], alone: ReadonlySet<ChainNode>): DrawnLink => {
  const first = firstOf(some);
  return {
    from: idOf(first.step.giver, alone),
    to: idOf(first.step.receiver, alone),
    step: some.length === 1 ? first.step : undefined,
    count: some.length,
    amount: sumOfDecimals(some.map(({ amount }) => amount)),
    grade: grades[Math.max(...some.map(({ step }) => step.grade))] ?? 'E',
  };
};

const stubsAt = (some: readonly TracedNode[], alone: ReadonlySet<ChainNode>, reasonAt: Reason): DrawnStub[] => {
  const at = idOf(firstOf(some).node, alone);
  const held = { at, reason: 'not-evidenced' as const, amount: sumOfDecimals(some.map((each) => each.held)) };
  const stays = [...Map.groupBy(some, ({ node }) => reasonAt(node))].flatMap(([reason, own]): DrawnStub[] =>
    reason === undefined ? [] : [{ at, reason, amount: sumOfDecimals(own.map((each) => each.stays)) }],
  );
  return [...stays, held].filter(({ amount }) => isSome(amount));
};
