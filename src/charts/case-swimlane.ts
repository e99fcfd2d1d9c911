import type { TimeClass } from '#model/kinds.ts';
import { defineChart, type Row } from './define.ts';
import { nothing } from './drawing/axes.ts';
import { kindLegend, kindNames, kindSegment, timeClasses } from './drawing/kinds.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { below } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale } from './drawing/ticks.ts';
import { timeTicks } from './drawing/time-ticks.ts';

/** A stretch of a case with one team in one stage. `until` is null while it goes on. Instants are in ISO 8601. */
export type Stretch = {
  readonly key: string | null;
  readonly team: string;
  readonly stage: string;
  readonly kind: TimeClass;
  readonly from: string;
  readonly until: string | null;
};

export type CaseEvent = {
  readonly key: string | null;
  readonly team: string;
  readonly at: string;
  readonly what: string;
};

export type CaseSwimlaneData = {
  readonly item: string;
  readonly asOf: string;
  readonly stretches: readonly Stretch[];
  readonly events: readonly CaseEvent[];
};

/** One case from its first day to its last: a lane a team, work solid, waiting light, each event a tick. */
export const caseSwimlane = defineChart<CaseSwimlaneData>({
  id: 'case-swimlane',
  title: (data, words) => {
    const span = spanOf(data);
    if (span === null) return `Nothing is known of ${data.item}`;
    const worked = sumOf(data, ({ kind }) => kind === 'active');
    const all = sumOf(data, () => true);
    const length = words.figure((span[1] - span[0]) / day, 'day');
    const open = data.stretches.some(({ until }) => until === null);
    const share = all > 0 ? `, worked on for ${words.figure(worked / all, 'share')} of it` : '';
    return `${data.item} ${open ? 'has taken' : 'took'} ${length} through ${words.counted(teamsOf(data).length, 'team')}${share}`;
  },
  subtitle: (data, words) => {
    const span = spanOf(data);
    const from = span === null ? '' : `, ${words.instant(span[0])} – ${words.instant(span[1])}`;
    return `Stretches and events by team${from}, ${words.timeZone}, n = ${words.counted(data.stretches.length, 'stretch', 'stretches')} and ${words.counted(data.events.length, 'event')}`;
  },
  summary: (data, words) => {
    const longest = stretchesOf(data).reduce<Lasting | null>(
      (best, each) => (best === null || each.end - each.start > best.end - best.start ? each : best),
      null,
    );
    const teams = teamsOf(data).join(', ');
    return longest === null
      ? 'No stretch is known.'
      : `Teams: ${teams}. The longest stretch: ${saidOf(longest, words)}.`;
  },
  table: (data) => ({
    columns: [
      { name: 'team', unit: null },
      { name: 'stage or event', unit: null },
      { name: 'kind', unit: null },
      { name: 'from', unit: 'UTC' },
      { name: 'until', unit: 'UTC' },
    ],
    rows: [
      ...data.stretches.map(
        ({ key, team, stage, kind, from, until }): Row => ({ key, cells: [team, stage, kindNames[kind], from, until] }),
      ),
      ...data.events.map(({ key, team, at, what }): Row => ({ key, cells: [team, what, 'event', at, at] })),
    ],
  }),
  draw: (data, pen) => {
    const span = spanOf(data);
    if (span === null) return { height: 120, marks: nothing('no data: the case has no events', 120, pen) };
    return lanes(data, span, pen);
  },
});

const day = 86_400_000;

type Lasting = Stretch & { readonly start: number; readonly end: number };

/** Stretches with their ends as numbers; one that goes on ends where the evidence does. */
const stretchesOf = ({ stretches, asOf }: CaseSwimlaneData): Lasting[] =>
  stretches.map((each) => {
    const start = Date.parse(each.from);
    return { ...each, start, end: Math.max(start, Date.parse(each.until ?? asOf)) };
  });

const sumOf = (data: CaseSwimlaneData, counts: (stretch: Stretch) => boolean): number =>
  stretchesOf(data)
    .filter(counts)
    .reduce((sum, { start, end }) => sum + end - start, 0);

const spanOf = (data: CaseSwimlaneData): readonly [number, number] | null => {
  const instants = [
    ...stretchesOf(data).flatMap(({ start, end }) => [start, end]),
    ...data.events.map(({ at }) => Date.parse(at)),
  ];
  return instants.length === 0 ? null : [Math.min(...instants), Math.max(...instants)];
};

/** In the order in which the case came to them. */
const teamsOf = (data: CaseSwimlaneData): string[] => {
  const met = [
    ...data.stretches.map(({ team, from }) => ({ team, at: Date.parse(from) })),
    ...data.events.map(({ team, at }) => ({ team, at: Date.parse(at) })),
  ];
  return [...new Set(met.sort((a, b) => a.at - b.at).map(({ team }) => team))];
};

const saidOf = ({ team, stage, kind, start, end }: Lasting, words: Words): string =>
  `${team}, ${stage} (${kindNames[kind]}), ${words.figure((end - start) / day, 'day')} from ${words.instant(start)}`;

const [laneHeight, barHeight] = [44, 18];

const lanes = (
  data: CaseSwimlaneData,
  [first, last]: readonly [number, number],
  pen: Pen,
): { height: number; marks: Mark[] } => {
  const { width, colour, words } = pen;
  const teams = teamsOf(data);
  const narrow = width < 520;
  const left = narrow ? 0 : Math.min(160, Math.max(...teams.map((team) => widthOf(team, 12, true))) + 12);
  const step = narrow ? laneHeight + 20 : laneHeight;
  const shown = timeClasses.filter((kind) => data.stretches.some((each) => each.kind === kind));
  const legend = kindLegend(shown, width, pen);
  const topRoom = legend.height + 26;
  const top = (index: number): number => topRoom + index * step + (narrow ? 24 : 6);
  const across = scale(first, last, left + 2, width - 2);
  const height = topRoom + teams.length * step + 4;
  const ticks = timeTicks(first, last, words, width - left);
  return {
    height,
    marks: [
      ...legend.marks,
      ...below(
        ticks.map(({ at, text }) => ({ text, x: across(at) })),
        left,
        width,
      ).flatMap(({ text, x, index }) => {
        const at = across(ticks[index]?.at ?? first);
        return [
          mark('line', { x1: at, x2: at, y1: legend.height + 18, y2: height - 4, stroke: colour('grid') }),
          label(text, x, legend.height + 12, { anchor: 'middle', fill: colour('muted') }),
        ];
      }),
      ...teams.flatMap((team, index) => [
        mark('line', {
          x1: 0,
          x2: width,
          y1: topRoom + index * step,
          y2: topRoom + index * step,
          stroke: colour('grid'),
        }),
        label(
          fitted(team, narrow ? width : left - 8, 12, true),
          0,
          narrow ? topRoom + index * step + 14 : top(index) + 13,
          { bold: true },
        ),
        ...lane(data, team, top(index), across, pen),
      ]),
    ],
  };
};

const lane = (data: CaseSwimlaneData, team: string, top: number, across: Scale, pen: Pen): Mark[] => {
  const { colour, words } = pen;
  const own = stretchesOf(data).filter((each) => each.team === team);
  return [
    ...own.map((each) => told(each.key, saidOf(each, words), ...bar(each, top, across, pen))),
    ...data.events
      .filter((each) => each.team === team)
      .map(({ key, at, what }) => {
        const x = across(Date.parse(at));
        return told(
          key,
          `${what}, ${words.instant(Date.parse(at))}`,
          mark('line', {
            x1: x,
            x2: x,
            y1: top - 4,
            y2: top + barHeight + 4,
            stroke: colour('text'),
            'stroke-width': 1.5,
          }),
        );
      }),
    ...stageNames(own, top, across, pen),
  ];
};

const bar = ({ kind, start, end, until }: Lasting, y: number, across: Scale, pen: Pen): Mark[] => {
  const [x, right] = [across(start), across(end)];
  const width = Math.max(1.5, right - x);
  const from = Math.min(x, pen.width - 2 - width);
  return kindSegment(kind, from, y, width, barHeight, pen, until === null);
};

/** Stages below their stretches, each as far as there is room before the next. */
const stageNames = (own: readonly Lasting[], top: number, across: Scale, { width, colour }: Pen): Mark[] => {
  const sorted = [...own].sort((a, b) => a.start - b.start);
  return sorted.flatMap(({ stage, start }, index) => {
    const from = across(start);
    const text = fitted(stage, across(sorted[index + 1]?.start ?? Number.MAX_SAFE_INTEGER) - from - 6, 12);
    const stub = text !== stage && text.length < 5;
    if (stub || text === '' || from + widthOf(text, 12) > width) return [];
    return [label(text, from, top + barHeight + 14, { fill: colour('muted') })];
  });
};
