import { defineChart, type Row } from './define.ts';
import { hatched, nothing } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale, ticks } from './drawing/ticks.ts';

/** `change` is what this one adds to the plan or takes from it; null where nothing says. */
export type PlanStep = { readonly key: string | null; readonly name: string; readonly change: number | null };

export type PlanToNowData = {
  readonly measure: string;
  /** A unit, or the code of a currency. */
  readonly unit: string;
  readonly period: string;
  readonly plan: { readonly name: string; readonly value: number | null };
  /** In the order in which they are told; what is not told of is drawn as a step of its own. */
  readonly steps: readonly PlanStep[];
  readonly now: { readonly name: string; readonly value: number | null };
};

/** From what was planned to what is, one cause after the other. */
export const planToNow = defineChart<PlanToNowData>({
  id: 'plan-to-now',
  title: (data, words) => {
    const { plan, now, unit, measure } = data;
    if (plan.value === null || now.value === null)
      return `${measure}: ${plan.value === null ? plan.name : now.name} is not known`;
    const difference = now.value - plan.value;
    const most = data.steps.reduce<PlanStep | null>(
      (best, each) => (Math.abs(each.change ?? 0) > Math.abs(best?.change ?? 0) ? each : best),
      null,
    );
    const part = difference / Math.abs(plan.value);
    // Of a plan of next to nothing everything is a multiple, which tells nobody anything.
    const share = Math.abs(part) < 10 ? ` (${words.change(part, 'share').replace(/.pt$/u, '%')})` : '';
    const cause =
      most === null || most.change === null ? '' : `; most by ${most.name}: ${words.change(most.change, unit)}`;
    return `${measure}: ${words.figure(now.value, unit)}, ${words.change(difference, unit)}${share} from ${plan.name}${cause}`;
  },
  subtitle: ({ measure, unit, period, steps }, words) =>
    `${measure}, ${unitName(unit)}, ${period}, n = ${words.counted(steps.length, 'step')}`,
  summary: (data, words) => {
    const { plan, now, unit, steps } = data;
    const missing = steps.filter(({ change }) => change === null).length;
    const said = barsOf(data)
      .filter(({ kind, known }) => known && (kind === 'step' || kind === 'rest'))
      .map((bar) => `${bar.name} ${amountOf(bar, unit, words)}`);
    return [
      `${plan.name}: ${words.figure(plan.value, unit)}; ${now.name}: ${words.figure(now.value, unit)}.`,
      said.length === 0 ? '' : `${said.slice(0, 6).join('; ')}.`,
      missing === 0 ? '' : `${words.counted(missing, 'step')} without data.`,
    ]
      .filter((each) => each !== '')
      .join(' ');
  },
  table: ({ unit, plan, steps, now }) => ({
    columns: [
      { name: 'step', unit: null },
      { name: 'change', unit: unitName(unit) },
      { name: 'total', unit: unitName(unit) },
    ],
    rows: [
      { key: null, cells: [plan.name, null, plan.value] },
      ...steps.map(({ key, name, change }): Row => ({ key, cells: [name, change, null] })),
      { key: null, cells: [now.name, null, now.value] },
    ],
  }),
  draw: (data, pen) =>
    data.plan.value === null && data.now.value === null && data.steps.every(({ change }) => change === null)
      ? { height: 120, marks: nothing('no data: neither a plan nor what became of it', 120, pen) }
      : rows(data, pen),
});

type Bar = {
  readonly kind: 'plan' | 'step' | 'rest' | 'now';
  readonly key: string | null;
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly known: boolean;
};

/** Each bar begins where the one before it ended; what the steps leave of the way to now is a bar of its own. */
const barsOf = ({ plan, steps, now }: PlanToNowData): Bar[] => {
  let at = plan.value ?? 0;
  const bars: Bar[] = [{ kind: 'plan', key: null, name: plan.name, from: 0, until: at, known: plan.value !== null }];
  for (const { key, name, change } of steps) {
    const until = at + (change ?? 0);
    bars.push({ kind: 'step', key, name, from: at, until, known: change !== null });
    at = until;
  }
  const rest = now.value === null || plan.value === null ? 0 : now.value - at;
  // Less than the dust of binary fractions is no difference.
  if (Math.abs(rest) > Math.max(Math.abs(at), Math.abs(now.value ?? 0)) * 1e-9)
    bars.push({
      kind: 'rest',
      key: null,
      name: 'not told apart',
      from: at,
      until: at + rest,
      known: true,
    });
  const until = now.value ?? 0;
  bars.push({ kind: 'now', key: null, name: now.name, from: 0, until, known: now.value !== null });
  return bars;
};

const rowHeight = 28;

const amountOf = ({ kind, from, until, known }: Bar, unit: string, words: Words): string => {
  if (!known) return 'no data';
  return kind === 'plan' || kind === 'now' ? words.figure(until, unit) : words.change(until - from, unit);
};

const rows = (data: PlanToNowData, pen: Pen): Drawing => {
  const { width, words } = pen;
  const bars = barsOf(data);
  const names = Math.round(width * (width < 480 ? 0.32 : 0.26));
  const texts = bars.map((bar) => fitted(amountOf(bar, data.unit, words), width * 0.28, 12, true));
  const right = width - Math.ceil(Math.max(...texts.map((text) => widthOf(text, 12, true)))) - 10;
  const shown = ticks(
    Math.min(...bars.flatMap(({ from, until }) => [from, until])),
    Math.max(...bars.flatMap(({ from, until }) => [from, until])),
  );
  const along = scale(shown[0] ?? 0, shown.at(-1) ?? 1, names, right);
  return {
    height: bars.length * rowHeight + 4,
    marks: bars.map((bar, index) => {
      const text = texts[index] ?? '';
      return told(bar.key, `${bar.name}: ${text}`, ...row(bar, text, index, { names, right, along }, pen));
    }),
  };
};

type Places = { readonly names: number; readonly right: number; readonly along: Scale };

const row = (bar: Bar, text: string, index: number, { names, right, along }: Places, pen: Pen): Mark[] => {
  const { width, colour } = pen;
  const y = index * rowHeight + 4;
  const total = bar.kind === 'plan' || bar.kind === 'now';
  const [from, until] = [Math.min(along(bar.from), along(bar.until)), Math.max(along(bar.from), along(bar.until))];
  const box = { x: from, y, width: Math.max(1, until - from), height: 20 };
  const end = along(bar.until);
  return [
    label(fitted(bar.name, names - 12, 12, total), 0, y + 14, { bold: total }),
    ...(bar.known ? looks(bar, box, pen) : hatched(names, y, right - names, 20, pen)),
    ...(bar.kind === 'now'
      ? []
      : [mark('line', { x1: end, x2: end, y1: y + 20, y2: y + rowHeight, stroke: colour('border') })]),
    label(text, width, y + 14, { anchor: 'end', bold: total, fill: colour(bar.known ? 'text' : 'muted') }),
  ];
};

/** What is planned is an outline, what is, is solid; steps that add and steps that take away differ in more than their colour. */
const looks = (
  { kind, from, until }: Bar,
  box: { x: number; y: number; width: number; height: number },
  pen: Pen,
): Mark[] => {
  const { colour } = pen;
  if (kind === 'plan')
    return [
      mark('rect', { ...box, y: box.y + 0.5, height: 19, fill: 'none', stroke: colour('text'), 'stroke-width': 1.5 }),
    ];
  if (kind === 'now') return [mark('rect', { ...box, fill: colour('text') })];
  if (kind === 'rest')
    return [mark('rect', { ...box, fill: colour('surface'), stroke: colour('border'), 'stroke-dasharray': '3 2' })];
  const more = until >= from;
  const fill = colour(more ? 'series2' : 'series1');
  return [mark('rect', { ...box, fill, 'fill-opacity': more ? 1 : 0.35, stroke: fill })];
};
