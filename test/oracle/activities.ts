import type { StageKind } from '#model/kinds.ts';
import { compareOrder, compareRows, type Row } from './row.ts';

/** One go at an activity, from the row that began it to the one that ended it; null where no row tells of an end. */
type Go = { activity: string; instance: string | null; paused: boolean; end: Row | null; lost: boolean };

type Deed = 'begins' | 'pauses' | 'ends' | 'aborts' | 'aborts all' | 'nothing';

/** What a row does in the life of activities. */
type Done = {
  deed: Deed;
  /** The go it begins, resumes, pauses, ends or aborts. */
  go: Go | null;
  /** Whether it is that go's first row. */
  isFirst: boolean;
};

const deeds: Readonly<Record<string, Deed>> = {
  start: 'begins',
  resume: 'begins',
  suspend: 'pauses',
  complete: 'ends',
  '': 'ends',
  ate_abort: 'aborts',
  pi_abort: 'aborts all',
};

const wordOf = (row: Row): string => (row.step ?? '').toLowerCase();

const deedOf = (row: Row): Deed => {
  const deed = deeds[wordOf(row)] ?? 'nothing';
  return row.state === null && deed !== 'aborts all' ? 'nothing' : deed;
};

const phases: readonly (readonly Deed[])[] = [['nothing'], ['begins'], ['pauses'], ['ends', 'aborts', 'aborts all']];

const phaseOf = (row: Row): number => phases.findIndex((deedsOfIt) => deedsOfIt.includes(deedOf(row)));

const isOneMoment = (a: Row, b: Row): boolean => a.at === b.at && compareOrder(a.order, b.order) === 0;

/** What each row does, the rows being in the order in which they are paired. */
const paired = (rows: readonly Row[]): { goes: Go[]; done: Map<Row, Done> } => {
  const goes: Go[] = [];
  const done = new Map<Row, Done>();
  for (const row of rows) {
    const deed = deedOf(row);
    const same = (go: Go) =>
      go.end === null && go.activity === row.state && (row.go === null || go.instance === row.go);
    const say = (go: Go | null, isFirst = false) => done.set(row, { deed, go, isFirst });
    const begin = () => {
      const go: Go = { activity: row.state ?? '', instance: row.go, paused: false, end: null, lost: false };
      goes.push(go);
      say(go, true);
    };
    if (deed === 'nothing') say(null);
    else if (deed === 'begins') {
      const isResumed = (go: Go) => same(go) && (wordOf(row) === 'start' ? row.go !== null : go.paused);
      const go = goes.find(isResumed);
      if (go) {
        go.paused = false;
        say(go);
      } else begin();
    } else if (deed === 'pauses') {
      const go = goes.find((each) => same(each) && !each.paused);
      if (go) go.paused = true;
      say(go ?? null);
    } else if (deed === 'aborts all') {
      const open = goes.filter(({ end }) => end === null);
      for (const go of open) go.end = row;
      say(null);
    } else {
      const go = goes.find(same);
      if (go) go.end = row;
      say(go ?? null);
    }
  }
  return { goes, done };
};

/** The rows of an item in the order in which what they do is read. */
const inOrder = (rows: readonly Row[]): { rows: Row[]; goes: Go[]; done: Map<Row, Done> } => {
  const toPair = rows.toSorted(
    (a, b) => a.at - b.at || compareOrder(a.order, b.order) || phaseOf(a) - phaseOf(b) || compareRows(a, b),
  );
  const { goes, done } = paired(toPair);
  const rank = (row: Row): number => {
    const { deed = 'nothing', go = null } = done.get(row) ?? {};
    if (deed === 'begins') return go?.end && isOneMoment(go.end, row) ? 0 : 1;
    if (deed === 'nothing' || deed === 'pauses') return 0;
    return go ? goes.indexOf(go) : -1;
  };
  const ordered = toPair.toSorted(
    (a, b) =>
      a.at - b.at ||
      compareOrder(a.order, b.order) ||
      phaseOf(a) - phaseOf(b) ||
      rank(a) - rank(b) ||
      toPair.indexOf(a) - toPair.indexOf(b),
  );
  return { rows: ordered, goes, done };
};

/** The kind of a state that neither rules nor workflows give one. */
const kindWithout = (isRunning: boolean, state: string): StageKind =>
  isRunning ? 'active' : state === 'aborted' ? 'cancelled' : 'queue';

/** The rows of one item, each with the state that follows from it, in their order. */
const livedByItem = (own: readonly Row[]): Row[] => {
  const { rows, done } = inOrder(own);
  // Goes in the order in which they began, as the rows are read now.
  let begun: readonly Go[] = [];
  const paused = new Set<Go>();
  let rest = 'before start';
  return rows.map((row, turn) => {
    const { deed, go, isFirst } = done.get(row) ?? { deed: 'nothing', go: null, isFirst: false };
    const begins = go !== null && (isFirst || (deed === 'begins' && go.lost));
    const isEnd = deed === 'ends' || deed === 'aborts all' || (deed === 'aborts' && go !== null);
    if (begins || isEnd) for (const each of begun) if (each.end === null) each.lost = true;
    if (begins) {
      go.lost = false;
      begun = [...begun.filter((each) => each !== go), go];
    }
    if (go && deed === 'pauses') paused.add(go);
    if (go && deed === 'begins') paused.delete(go);
    if (deed === 'aborts all') {
      begun = [];
      rest = 'aborted';
    } else if (isEnd) rest = `after ${row.state}`;
    const index = rows.indexOf(row);
    const open = begun.filter((each) => !each.lost && (each.end === null || rows.indexOf(each.end) > index));
    const running = open.find((each) => !paused.has(each));
    const state = running?.activity ?? (open[0] ? `${open[0].activity} suspended` : rest);
    const tells = begins || (deed === 'ends' && go === null);
    return {
      ...row,
      turn,
      state,
      isRunning: running !== undefined,
      kindWithout: kindWithout(running !== undefined, state),
      kind: tells ? row.kind : 'update',
      did: tells ? row.did : null,
    };
  });
};

/** The rows of a source that says when activities began: two of each that tells it, and each of a go of its own. */
export const begunAndEnded = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    const ended = { ...row, step: 'complete', go: `${row.identity} ${row.copy}` };
    if (row.began === null || row.began > row.at) return [ended];
    return [{ ...ended, at: row.began, step: 'start' }, ended];
  });

/** The rows of one source up to the instant of reading, with states where its rows tell of activities that start. */
export const lived = (rows: readonly Row[]): Row[] => {
  if (!rows.some((row) => wordOf(row) === 'start')) return [...rows];
  return [...Map.groupBy(rows, ({ item }) => item).values()].flatMap(livedByItem);
};
