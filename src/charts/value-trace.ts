import { defineChart, type Row } from './define.ts';
import { nothing } from './drawing/axes.ts';
import type { Words } from './drawing/numbers.ts';
import { columnsOf, type TraceLink, type ValueTraceData } from './drawing/trace.ts';
import { traceColumns } from './drawing/trace-columns.ts';
import { traceFunnel } from './drawing/trace-funnel.ts';

/** What money became: from funding over what it built to what the business has of it, with all that leads nowhere. */
export const valueTrace = defineChart<ValueTraceData>({
  id: 'value-trace',
  title: (data, words) => {
    const { invested, reached } = sumsOf(data);
    if (data.nodes.length === 0) return 'Nothing is invested, and nothing is linked';
    if (invested <= 0)
      return data.way === 'forward'
        ? 'No money is traced along these links'
        : 'Nothing is traced back along these links';
    const [worst] = lostBy(data);
    const part = reached / invested;
    // What is corrected by more than there was is no share.
    const share = part >= 0 && part <= 1 ? ` (${words.figure(part, 'share')})` : '';
    const rest = worst === undefined ? '' : `; ${words.figure(worst.amount, data.currency)} has ${worst.reason}`;
    const end = data.way === 'forward' ? 'reaches a benefit' : 'goes back to money';
    return `${words.figure(reached, data.currency)} of ${words.figure(invested, data.currency)}${share} ${end}${rest}`;
  },
  subtitle: (data, words) =>
    `${data.way === 'forward' ? 'Money' : 'Effects back'} along the links of the value chain, ${data.currency}, ${data.period}, n = ${words.counted(data.links.length, 'link')}`,
  summary: (data, words) => {
    if (data.nodes.length === 0) return 'There is nothing to trace.';
    const top = [...data.links].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, 5);
    const said = top.map((link) => saidOfLink(data, link, words));
    const lost = lostBy(data).map(({ reason, amount }) => `${reason} ${words.figure(amount, data.currency)}`);
    return `${said.length === 0 ? 'No links.' : `Greatest: ${said.join('; ')}.`}${lost.length === 0 ? '' : ` Goes no further: ${lost.join('; ')}.`}`;
  },
  table: (data) => ({
    columns: [
      { name: 'what', unit: null },
      { name: 'from', unit: null },
      { name: 'to', unit: null },
      { name: 'grade', unit: null },
      { name: 'amount', unit: data.currency },
    ],
    rows: [
      ...data.nodes.map(({ key, kind, name, note, amount }): Row => ({ key, cells: [kind, name, note, null, amount] })),
      ...data.links.map(
        ({ key, from, to, grade, amount }): Row => ({
          key,
          cells: ['link', nameOf(data, from), nameOf(data, to), grade, amount],
        }),
      ),
      ...data.stubs.map(
        ({ key, from, reason, amount }): Row => ({
          key,
          cells: ['goes no further', nameOf(data, from), reason, null, amount],
        }),
      ),
    ],
  }),
  draw: (data, pen) => {
    if (data.nodes.length === 0) return { height: 120, marks: nothing('no data: nothing is linked', 120, pen) };
    const say = (link: TraceLink): string => saidOfLink(data, link, pen.words);
    return pen.width < 720 ? traceFunnel(data, pen) : traceColumns(data, say, pen);
  },
});

const nameOf = ({ nodes }: ValueTraceData, id: string): string => nodes.find((each) => each.id === id)?.name ?? id;

const saidOfLink = (data: ValueTraceData, { from, to, amount, grade }: TraceLink, words: Words): string =>
  `${nameOf(data, from)} → ${nameOf(data, to)}: ${words.figure(amount, data.currency)}${grade === null ? '' : `, grade ${grade}`}`;

/**
 * Invested is what stands in the first column, reached what comes into the last one from outside of it, without what goes no
 * further there. What goes from one to another inside of a column is there already: it is not counted twice.
 */
const sumsOf = (data: ValueTraceData): { readonly invested: number; readonly reached: number } => {
  const { way, nodes, links, stubs } = data;
  const [first, last] = [columnsOf(way)[0], columnsOf(way).at(-1)];
  const of = (kind: string | undefined): ReadonlySet<string> =>
    new Set(nodes.flatMap((node) => (node.kind === kind ? [node.id] : [])));
  const [starts, ends] = [of(first), of(last)];
  const sum = (some: readonly { readonly amount: number | null }[]): number =>
    some.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const inside = links.filter(({ from, to }) => starts.has(from) && starts.has(to));
  const came = links.filter(({ from, to }) => ends.has(to) && !ends.has(from));
  const left = stubs.filter(({ from }) => ends.has(from));
  return { invested: sum(nodes.filter(({ id }) => starts.has(id))) - sum(inside), reached: sum(came) - sum(left) };
};

/** What goes no further by its reason, the greatest first. */
const lostBy = ({ stubs }: ValueTraceData): { readonly reason: string; readonly amount: number }[] => {
  const sums = new Map<string, number>();
  for (const { reason, amount } of stubs) sums.set(reason, (sums.get(reason) ?? 0) + (amount ?? 0));
  return [...sums]
    .map(([reason, amount]) => ({ reason, amount }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
};
