import type { z } from 'zod';
import type { showCoverage, UnitTrace } from '#api/value.ts';
import type { ValueTraceData } from '#charts/drawing/trace.ts';
import type { Traced } from '../../queries.ts';
import { linkId, valueId, wholeTrace } from '../../value-names.ts';
import { reasonWords } from './reasons.ts';

type Node = UnitTrace['nodes'][number];

/** Money goes forward; what came of benefits goes back. */
export const wayOf = (of: Traced): ValueTraceData['way'] =>
  of === 'spend' || of === 'budget' ? 'forward' : 'backward';

/** A trace as it is drawn. What stands for several opens the whole. */
export const pictureOf = (
  { unit, nodes, links, breaks }: UnitTrace,
  period: string,
  way: ValueTraceData['way'] = 'forward',
): ValueTraceData => ({
  way,
  currency: unit,
  period,
  nodes: nodes.map((node) => ({
    key: opensNode(node),
    id: node.id,
    kind: node.kind,
    name: node.name,
    amount: Number(node.amount),
    note: null,
  })),
  links: links.map(({ from, to, amount, grade, count }) => ({
    key: count === 1 ? linkId(from, to) : wholeTrace,
    from: way === 'forward' ? from : to,
    to: way === 'forward' ? to : from,
    amount: Number(amount),
    grade,
  })),
  stubs: breaks.flatMap(({ at, reason, amount }) => {
    const node = nodes.find(({ id }) => id === at);
    return node ? [{ key: opensNode(node), from: node.id, reason: reasonWords[reason], amount: Number(amount) }] : [];
  }),
});

const opensNode = ({ kind, key }: Node): string => (key === null ? wholeTrace : valueId(kind, key));

export type Coverage = z.output<typeof showCoverage.answer>;

/** One place where the chain breaks, with what goes no further there in one currency. */
export type Stub = Coverage['breaks'][number] & { readonly amount: string | null };

/** Every place where the chain breaks, those with most money first, then those where only links lack. */
export const stubsOf = ({ breaks }: Coverage, unit: string): Stub[] =>
  breaks
    .map((each) => ({ ...each, amount: each.amounts.find(({ currency }) => currency === unit)?.amount ?? null }))
    .filter(({ amounts, amount }) => amounts.length === 0 || amount !== null)
    .toSorted((a, b) => Number(b.amount ?? 0) - Number(a.amount ?? 0));

/** What came to measured benefits by ways of which every step is measured: the grades A to C. For sentences. */
export const evidencedOf = ({ byGrade }: Coverage['money'][number]): number =>
  byGrade.reduce((sum, { grade, amount }) => sum + (grade === 'D' || grade === 'E' ? 0 : Number(amount)), 0);
