import { type ChainLink, endOf } from '#model/chain-link.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { holdsOn } from '#model/period.ts';
import { millionths } from '#model/share.ts';
import { grades, type Lanes, lanesOf, type Way } from './lanes.ts';

/** The columns of a chain of value, from the money to what the business has of it. */
export const nodeKinds = ['investment', 'initiative', 'capability', 'outcome', 'benefit'] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** One record of the chain with the links that go out of it and come into it, in the order of the records. */
export type ChainNode = {
  readonly index: number;
  readonly kind: NodeKind;
  readonly key: string;
  readonly name: string;
  readonly outgoing: readonly ChainStep[];
  readonly incoming: readonly ChainStep[];
};

/** One link. Shares are in millionths; a link without one claims nothing of it. `grade` is 0 for A to 4 for E. */
export type ChainStep = {
  readonly index: number;
  readonly link: ChainLink;
  readonly giver: ChainNode;
  readonly receiver: ChainNode;
  readonly passes: number;
  readonly contributes: number;
  readonly grade: number;
};

/** A model's chain of value, made once and walked for every question: over its records and links, or fast over lanes. */
export type Chain = {
  readonly nodes: readonly ChainNode[];
  readonly steps: readonly ChainStep[];
  /** Givers before receivers, kind by kind. */
  readonly order: readonly ChainNode[];
  /** The days, in order, from which on other links hold than the day before. */
  readonly changes: readonly Day[];
  readonly lanes: Readonly<Record<Way, Lanes>>;
  readonly find: (kind: NodeKind, key: string) => ChainNode | undefined;
};

type Chained = Pick<
  DesignModel,
  'investments' | 'initiatives' | 'capabilities' | 'outcomes' | 'benefits' | 'chainLinks'
>;

type Growing = ChainNode & { readonly outgoing: ChainStep[]; readonly incoming: ChainStep[] };

/**
 * The chain of value that a model states, whenever its links hold.
 *
 * Models are checked before: a link to a record that is not there, or benefits that feed themselves, are a bug and throw.
 */
export const compileChain = (model: Chained): Chain => {
  const records = {
    investment: model.investments,
    initiative: model.initiatives,
    capability: model.capabilities,
    outcome: model.outcomes,
    benefit: model.benefits,
  };
  const nodes: Growing[] = [];
  const byName = new Map<string, Growing>();
  for (const kind of nodeKinds) {
    for (const { key, name } of records[kind]) {
      const node = { index: nodes.length, kind, key, name, outgoing: [], incoming: [] };
      nodes.push(node);
      byName.set(`${kind} ${key}`, node);
    }
  }
  const nodeAt = (end: ChainLink['giver'] | ChainLink['receiver']): Growing => {
    const { kind, key } = endOf(end);
    const node = byName.get(`${kind} ${key}`);
    if (!node) throw new Error(`a chain link names the ${kind} ${key}, which is not there`);
    return node;
  };
  const steps = model.chainLinks.map((link, index) => {
    const [giver, receiver] = [nodeAt(link.giver), nodeAt(link.receiver)];
    const [passes, contributes] = [millionths(link.passes ?? 0), millionths(link.contributes ?? 0)];
    const step = { index, link, giver, receiver, passes, contributes, grade: grades.indexOf(link.grade) };
    giver.outgoing.push(step);
    receiver.incoming.push(step);
    return step;
  });
  const changes = new Set(model.chainLinks.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
  const order = inOrder(nodes);
  return {
    nodes,
    steps,
    order,
    lanes: { forward: lanesOf('forward', nodes, order), backward: lanesOf('backward', nodes, order) },
    changes: [...changes].sort(),
    find: (kind, key) => byName.get(`${kind} ${key}`),
  };
};

const chains = new WeakMap<DesignModel['chainLinks'], Chain>();

/**
 * The chain of a model, compiled once as long as the model is held.
 *
 * Every design of a workspace holds the same links, and so does what stands where no design is in force.
 */
export const chainOf = (model: DesignModel): Chain => {
  const chain = chains.get(model.chainLinks) ?? compileChain(model);
  chains.set(model.chainLinks, chain);
  return chain;
};

export const isInForce = ({ link }: ChainStep, day: Day): boolean => holdsOn(link, day);

/** By Kahn: whoever waits for no giver any more comes next. Links join neighbouring kinds, so kinds can stand together. */
const inOrder = (nodes: readonly ChainNode[]): ChainNode[] => {
  const waits = new Map(nodes.map((node) => [node, node.incoming.length]));
  const order = nodes.filter(({ incoming }) => incoming.length === 0);
  for (const { outgoing } of order) {
    for (const { receiver } of outgoing) {
      const left = (waits.get(receiver) ?? 0) - 1;
      waits.set(receiver, left);
      if (left === 0) order.push(receiver);
    }
  }
  if (order.length < nodes.length) throw new Error('the chain of value has a circle');
  return order.toSorted((a, b) => nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind));
};
