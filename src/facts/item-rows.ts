import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { ActivePeople } from './active-people.ts';
import { workingClock } from './clock.ts';
import type { Counted } from './counted.ts';
import { DailyWorkCounter, underWay } from './daily-work.ts';
import type { EventColumns, ItemBatch } from './event-reader.ts';
import { historyOf, type ItemHistory, type ItemRows, type Visit } from './item-history.ts';
import { localDays } from './local-days.ts';
import type { Names } from './names.ts';
import { NumberRows } from './number-rows.ts';
import { PassageCounter } from './passages.ts';
import { type Stretch, sourceIn } from './stretches.ts';

/** What the facts of items follow from besides their events. Plain data, so that it can be handed to another thread. */
export type ItemGround = {
  /** What the codes of the rows stand for. */
  readonly names: Names;
  readonly calendar: WorkingCalendar;
  /** The first instant of all, in ms. */
  readonly from: number;
  readonly asOf: number;
  /** The sources of the items that will come. */
  readonly sources: readonly Stretch[];
  /** Those of them whose logs know people. */
  readonly peopled: ReadonlySet<number>;
};

/** The rows of the tables of facts, one behind the other. */
export type FactRows = {
  readonly visits: Float64Array;
  readonly handoffs: Float64Array;
  readonly items: Float64Array;
  /** Who was active where and when, as far as no batch before said so: team, person, local day, and what tells it. */
  readonly active: Float64Array;
};

export const statuses: readonly ItemHistory['status'][] = ['open', 'done', 'cancelled'];

/** Makes facts of one batch of items after the other, whose arrays it uses up, and counts what all did together. */
export type FactMaker = { readonly make: (batch: ItemBatch) => FactRows; readonly counted: () => Counted };

export const itemFacts = ({ names, calendar, from, asOf, sources, peopled }: ItemGround): FactMaker => {
  const worked = workingClock(calendar, from, asOf);
  const sourceOf = sourceIn(sources);
  const [visits, handoffs, items] = [new NumberRows(), new NumberRows(), new NumberRows()];
  const active = new NumberRows();
  const dayOf = localDays(calendar.timeZone, from, asOf);
  const activePeople = new ActivePeople({ people: peopleIn(names), from, until: asOf, dayOf });
  const passages = new PassageCounter(names.stageKinds.length);
  const work = new DailyWorkCounter();
  const isUnderWay = names.stageKinds.map((kind) => kind !== null && underWay.includes(kind));
  const make = ({ columns, starts, end }: ItemBatch): FactRows => {
    translate(columns, names, end);
    activePeople.take(
      columns,
      end,
      (item) => peopled.has(sourceOf(item)),
      (row) => active.add(row),
    );
    for (const [index, first] of starts.entries()) {
      const rows = rowsOf(columns, first, starts[index + 1] ?? end);
      const history = historyOf(rows, names, worked);
      const item = columns.item[first] ?? -1;
      for (const [number, visit] of history.visits.entries()) {
        const { stage, team, entered, left } = visit;
        const day = dayOf(entered);
        const goesOn = number === history.visits.length - 1;
        addVisit(visits, { item, number, day }, visit, goesOn ? history.goingOn : undefined);
        passages.take(item, stage, entered);
        if (isUnderWay[stage]) work.stay(team, day, Number.isNaN(left) ? undefined : dayOf(left));
      }
      addHandoffs(handoffs, item, history);
      items.add(itemRow(item, sourceOf(item), history, columns, rows));
    }
    return { visits: visits.take(), handoffs: handoffs.take(), items: items.take(), active: active.take() };
  };
  return { make, counted: () => ({ passages: passages.counted(), work: work.counted() }) };
};

const peopleIn = ({ person }: Names): number => person.reduce((most, code) => Math.max(most, code), 0) + 1;

/** Replaces the codes of raw names by those of stages, teams and people, in place. */
const translate = (columns: EventColumns, names: Names, end: number): void => {
  for (let row = 0; row < end; row++) {
    columns.state[row] = names.stage[columns.state[row] ?? -1] ?? -1;
    columns.team[row] = names.team[columns.team[row] ?? -1] ?? -1;
    columns.person[row] = names.person[columns.person[row] ?? -1] ?? -1;
    columns.actor[row] = names.person[columns.actor[row] ?? -1] ?? -1;
  }
};

/** What is handed over, not copied, when arrays go to another thread. */
export const buffersOf = (arrays: readonly (Int32Array | Float64Array)[]): ArrayBuffer[] =>
  arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));

const rowsOf = (columns: EventColumns, first: number, end: number): ItemRows => ({
  first,
  end,
  instant: columns.instant,
  stage: columns.state,
  team: columns.team,
  person: columns.person,
  activity: columns.activity,
  created: columns.created,
  promised: columns.promised,
});

type VisitPlace = { readonly item: number; readonly number: number; readonly day: number };

/** `now` tells of the visit that goes on. */
const addVisit = (rows: NumberRows, place: VisitPlace, visit: Visit, now: ItemHistory['goingOn']): void =>
  rows.add([
    place.item,
    place.number,
    visit.stage,
    visit.team,
    visit.fromStage,
    visit.fromTeam,
    visit.entered,
    visit.left,
    visit.working,
    visit.handoff,
    visit.handoffWorking,
    visit.blocked,
    visit.blockedWorking,
    now?.since ?? Number.NaN,
    now?.workedSince ?? Number.NaN,
    now?.timeClass ?? -1,
    place.day,
  ]);

const addHandoffs = (rows: NumberRows, item: number, { handoffs, goingOn }: ItemHistory): void => {
  handoffs.forEach((handoff, index) => {
    const now = index === handoffs.length - 1 && goingOn?.waiting ? goingOn : undefined;
    rows.add([
      item,
      index,
      handoff.from,
      handoff.to,
      handoff.stage,
      handoff.at,
      handoff.waited,
      handoff.waitedWorking,
      Number(handoff.answered),
      now?.since ?? Number.NaN,
      now?.workedSince ?? Number.NaN,
    ]);
  });
};

const itemRow = (
  item: number,
  source: number,
  history: ItemHistory,
  columns: EventColumns,
  rows: ItemRows,
): number[] => {
  const toEnd = rows.first + history.rowsToEnd;
  const last = (values: Int32Array): number => lastCarried(values, rows.first, toEnd);
  const over = !Number.isNaN(history.started) && history.status === 'done';
  const row = [
    item,
    source,
    statuses.indexOf(history.status),
    history.created,
    history.started,
    history.ended,
    history.lastEvent,
    Number(history.assumed),
    history.stage,
    history.team,
    last(columns.type),
    last(columns.capability),
    last(columns.initiative),
    last(columns.channel),
    last(columns.priority),
    history.firstPromise,
    history.promise,
    rows.end - rows.first,
    history.stageMoves,
    history.handoffs.length,
    history.personHandoffs,
    history.teams,
    history.people,
    Number(history.pingPong),
    Number(history.anyReturn),
    Number(history.personPingPong),
    Number(history.personAnyReturn),
    Number(history.rework),
    Number(history.rawRework),
    history.activeVisits,
    history.repeatedActiveVisits,
    history.reopened,
    history.interruptions,
    history.comments,
    history.approvalsAsked,
  ];
  const [active = 0, queue = 0, handoff = 0, decision = 0, blocked = 0] = history.flowWorking;
  row.push(
    ...history.lead,
    ...history.flow,
    over ? history.ended - history.started : Number.NaN,
    over ? history.workedToEnd : Number.NaN,
    active,
    queue + handoff + decision + blocked,
    history.goingOn?.workedSince ?? Number.NaN,
    history.goingOn?.timeClass ?? -1,
    Number(history.goingOn?.interrupted ?? false),
    Number(history.stagePingPong),
  );
  return row;
};

const lastCarried = (values: Int32Array, first: number, end: number): number => {
  for (let row = end - 1; row >= first; row--) {
    const value = values[row] ?? -1;
    if (value >= 0) return value;
  }
  return -1;
};
