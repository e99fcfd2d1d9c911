import { defineChart, type Row } from './define.ts';
import { type Field, nothing } from './drawing/axes.ts';
import { beside } from './drawing/free-places.ts';
import { label, told } from './drawing/label.ts';
import { legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { below } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale, ticks } from './drawing/ticks.ts';

export type PlacedCapability = {
  readonly key: string | null;
  readonly name: string;
  /** Its part of all importance, from 0 to 1. */
  readonly importance: number | null;
  /** Levels from 0 to 5. */
  readonly maturity: number | null;
  readonly target: number | null;
  /** In the currency of the data; null where nothing says what it cost. */
  readonly spend: number | null;
  readonly strategic: boolean | null;
};

export type ImportanceAndMaturityData = {
  readonly period: string;
  readonly currency: string;
  readonly capabilities: readonly PlacedCapability[];
};

/** How much each capability matters, how able the organisation is at it, and what it spends on it. */
export const importanceAndMaturity = defineChart<ImportanceAndMaturityData>({
  id: 'importance-and-maturity',
  title: (data, words) => {
    const placed = placedOf(data);
    if (placed.length === 0) return 'No capability has both an importance and an assessed maturity';
    const short = placed.filter((each) => each.target !== null && each.target > each.maturity);
    const [worst] = [...short].sort((a, b) => b.importance - a.importance || a.maturity - b.maturity);
    if (!worst) return 'No assessed capability is below the maturity it is meant to have';
    return `${worst.name} matters most of those below their target: level ${words.figure(worst.maturity, 'level')} of ${words.figure(worst.target, 'level')}, ${words.figure(worst.importance, 'share')} of importance`;
  },
  subtitle: (data, words) =>
    `Maturity in levels by share of importance, size: spend in ${data.currency}, ${data.period}, n = ${words.count(placedOf(data).length)} of ${words.counted(data.capabilities.length, 'capability', 'capabilities')}`,
  summary: (data, words) => {
    const placed = [...placedOf(data)].sort((a, b) => b.importance - a.importance);
    const said = placed.slice(0, 5).map((each) => saidOf(each, data.currency, words));
    const left = data.capabilities.length - placed.length;
    return `${said.length === 0 ? 'None can be placed.' : `Most important: ${said.join('; ')}.`}${left > 0 ? ` ${words.counted(left, 'capability', 'capabilities')} without importance or maturity.` : ''}`;
  },
  table: ({ currency, capabilities }) => ({
    columns: [
      { name: 'capability', unit: null },
      { name: 'strategic', unit: null },
      { name: 'importance', unit: 'share' },
      { name: 'maturity', unit: 'level' },
      { name: 'target', unit: 'level' },
      { name: 'spend', unit: currency },
    ],
    rows: capabilities.map(
      ({ key, name, strategic, importance, maturity, target, spend }): Row => ({
        key,
        cells: [name, strategic === null ? null : strategic ? 'yes' : 'no', importance, maturity, target, spend],
      }),
    ),
  }),
  draw: (data, pen) =>
    placedOf(data).length === 0
      ? { height: 120, marks: nothing('no data: importance and maturity meet nowhere', 120, pen) }
      : placedMarks(data, pen),
});

type Placed = PlacedCapability & { readonly importance: number; readonly maturity: number };

const placedOf = ({ capabilities }: ImportanceAndMaturityData): Placed[] =>
  capabilities.flatMap((each) =>
    each.importance === null || each.maturity === null
      ? []
      : [{ ...each, importance: each.importance, maturity: each.maturity }],
  );

const saidOf = ({ name, importance, maturity, target, spend }: Placed, currency: string, words: Words): string =>
  `${name}: importance ${words.figure(importance, 'share')}, level ${words.figure(maturity, 'level')}${target === null ? '' : ` of ${words.figure(target, 'level')}`}, spend ${words.figure(spend, currency)}`;

const levels = [0, 1, 2, 3, 4, 5];

const placedMarks = (data: ImportanceAndMaturityData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const placed = placedOf(data);
  const height = width < 480 ? 320 : 400;
  const field: Field = { left: 28, right: width - 12, top: 12, bottom: height - 44 };
  const shown = ticks(0, Math.max(...placed.map(({ importance }) => importance)));
  const across = scale(shown[0] ?? 0, shown.at(-1) ?? 1, field.left + 16, field.right - 16);
  const up = scale(0, 5, field.bottom - 16, field.top + 16);
  const most = Math.max(0, ...placed.map(({ spend }) => spend ?? 0));
  const dots = [...placed]
    .map((each) => ({
      each,
      x: across(each.importance),
      y: up(each.maturity),
      r: radiusOf(each.spend, most),
      text: fitted(each.name, width < 480 ? 140 : 200, 12, each.strategic === true),
    }))
    .sort((a, b) => b.r - a.r);
  const byImportance = [...dots].sort((a, b) => b.each.importance - a.each.importance);
  const names = beside(
    byImportance.map(({ x, y, r, text, each }) => ({ x, y, r, width: widthOf(text, 12, each.strategic === true) })),
    field,
  );
  const feet = shown.map((value) => ({ text: words.figure(value, 'share'), x: across(value) }));
  const keys = legend(entriesOf(placed, pen), height + 6, pen);
  return {
    height: keys.height + 4,
    marks: [
      ...levels.flatMap((level) => [
        mark('line', { x1: field.left, x2: field.right, y1: up(level), y2: up(level), stroke: colour('grid') }),
        label(words.count(level), field.left - 8, up(level) + 4, { anchor: 'end', fill: colour('muted') }),
      ]),
      ...dots.map(({ each, x, y, r }) =>
        told(each.key, saidOf(each, data.currency, words), ...bubble(each, x, y, r, up, pen)),
      ),
      ...byImportance.flatMap(({ text, each }, index) => {
        const at = names[index];
        return at ? [label(text, at.x, at.y, { anchor: at.anchor, bold: each.strategic === true })] : [];
      }),
      ...below(feet, 0, width).map(({ text, x }) =>
        label(text, x, field.bottom + 16, { anchor: 'middle', fill: colour('muted') }),
      ),
      label(fitted('share of importance →', width - field.left, 12), field.right, height - 10, {
        anchor: 'end',
        fill: colour('muted'),
      }),
      ...keys.marks,
    ],
  };
};

/** The area is the spend; the greatest has a radius of sixteen. What is not known has a small ring, drawn hollow. */
const radiusOf = (spend: number | null, most: number): number =>
  spend === null || spend <= 0 || most <= 0 ? 4 : Math.max(4, 16 * Math.sqrt(spend / most));

const bubble = (each: Placed, x: number, y: number, r: number, up: Scale, { colour }: Pen): Mark[] => {
  const goal = each.target === null ? y : up(each.target);
  const line = { stroke: colour('muted'), 'stroke-width': 1.25 };
  return [
    ...(each.target !== null && each.target > each.maturity
      ? [
          mark('line', { x1: x, x2: x, y1: y, y2: goal, ...line, 'stroke-dasharray': '2 2' }),
          mark('line', { x1: x - 5, x2: x + 5, y1: goal, y2: goal, ...line }),
        ]
      : []),
    mark('circle', {
      cx: x,
      cy: y,
      r,
      fill: each.spend === null ? colour('background') : colour('series1'),
      'fill-opacity': each.spend === null ? 1 : each.strategic === true ? 0.75 : 0.25,
      stroke: colour('series1'),
      'stroke-width': 1.25,
    }),
  ];
};

const entriesOf = (placed: readonly Placed[], { colour }: Pen) => {
  const ring = (x: number, y: number, opacity: number): Mark =>
    mark('circle', {
      cx: x + 6,
      cy: y + 6,
      r: 5,
      fill: opacity === 0 ? colour('background') : colour('series1'),
      'fill-opacity': opacity === 0 ? 1 : opacity,
      stroke: colour('series1'),
    });
  return [
    { text: 'strategic', swatch: (x: number, y: number) => [ring(x, y, 0.75)] },
    { text: 'other', swatch: (x: number, y: number) => [ring(x, y, 0.25)] },
    ...(placed.some(({ spend }) => spend === null)
      ? [{ text: 'spend not known', swatch: (x: number, y: number) => [ring(x, y, 0)] }]
      : []),
    ...(placed.some(({ target, maturity }) => target !== null && target > maturity)
      ? [
          {
            text: 'up to its target',
            swatch: (x: number, y: number) => [
              mark('line', {
                x1: x + 6,
                x2: x + 6,
                y1: y,
                y2: y + 12,
                stroke: colour('muted'),
                'stroke-dasharray': '2 2',
              }),
              mark('line', { x1: x + 1, x2: x + 11, y1: y + 0.5, y2: y + 0.5, stroke: colour('muted') }),
            ],
          },
        ]
      : []),
  ];
};
