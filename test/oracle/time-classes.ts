import type { StageKind, TimeClass } from '#model/kinds.ts';
import { lengthOf, overlapOf, type Span } from './clock.ts';
import type { Row } from './row.ts';

/** A stretch of an item's life in one class; `none` is the pause before a reopening. */
export type Segment = Span & { class: TimeClass | 'none' };

/** A change of team at `at`; the receiver's first action, or what else ended the wait, came at `until`. */
export type Handoff = { from: string; to: string; at: number; until: number; stage: string | null };

type StageFrom = { kind: StageKind | null; entered: number };

/** Whether each row leaves its item in a stage in which somebody is at work. */
const atWorkAfter = (rows: readonly Row[]): boolean[] => {
  let stage = rows.find((row) => row.stage !== null)?.stage ?? null;
  return rows.map((row) => {
    stage = row.stage ?? stage;
    return stage?.isAtWork ?? false;
  });
};

/** Which row ends the wait that the row at `index` began: somebody at work, a first action, or a further change of team. */
const answerTo = (rows: readonly Row[], index: number, receiver: string): number => {
  const atWork = atWorkAfter(rows);
  return rows.findIndex((row, i) => {
    if (i <= index) return i === index && atWork[i];
    const movesOn = row.team !== null && row.team !== receiver;
    const acts = row.at > (rows[index]?.at ?? 0) && row.kind !== 'commented';
    return movesOn || acts || atWork[i];
  });
};

/** The last stage told at the instant of the row at `index`, until the wait ends or the team changes; else the one before. */
const stageAt = (rows: readonly Row[], index: number, receiver: string): string | null => {
  const answer = answerTo(rows, index, receiver);
  const movesOn = answer > index && rows[answer]?.team !== null && rows[answer]?.team !== receiver;
  const end = answer < 0 ? rows.length : movesOn ? answer : answer + 1;
  const told = rows.slice(index, end).filter(({ at, stage }) => at === rows[index]?.at && stage !== null);
  const before = rows.slice(0, index);
  return (
    (told.at(-1) ?? before.findLast(({ stage }) => stage !== null) ?? rows.find(({ stage }) => stage !== null))?.stage
      ?.key ?? null
  );
};

export const handoffsOf = (rows: readonly Row[], stop: number): Handoff[] => {
  const handoffs: Handoff[] = [];
  let team: string | null = null;
  for (const [i, row] of rows.entries()) {
    if (row.team === null || row.team === team) continue;
    if (team !== null)
      handoffs.push({
        from: team,
        to: row.team,
        at: row.at,
        until: Math.min(rows[answerTo(rows, i, row.team)]?.at ?? stop, stop),
        stage: stageAt(rows, i, row.team),
      });
    team = row.team;
  }
  return handoffs;
};

const isBlockedAt = (rows: readonly Row[], moment: number): boolean =>
  rows.filter((row) => row.at <= moment && (row.kind === 'blocked' || row.kind === 'unblocked')).at(-1)?.kind ===
  'blocked';

/** The class of one moment: the first of section 2 that holds. */
const classAt = (
  moment: number,
  rows: readonly Row[],
  runs: readonly StageFrom[],
  handoffs: readonly Handoff[],
): Segment['class'] => {
  const kind = runs.filter((run) => run.entered <= moment).at(-1)?.kind ?? null;
  if (kind === 'done' || kind === 'cancelled') return 'none';
  if (isBlockedAt(rows, moment)) return 'blocked';
  if (handoffs.some(({ at, until }) => at <= moment && moment < until)) return 'handoff';
  if (kind === 'decision') return 'decision';
  if (kind === 'queue' || kind === 'new') return 'queue';
  if (kind === 'active') return 'active';
  return 'unmapped';
};

/** The life of an item cut into classes. Nothing changes between two rows, so the first moment speaks for all. */
export const segmentsOf = (
  rows: readonly Row[],
  runs: readonly StageFrom[],
  handoffs: readonly Handoff[],
  life: Span,
): Segment[] => {
  const inside = rows.map((row) => row.at).filter((at) => life.from < at && at < life.until);
  const cuts = [...new Set([life.from, ...inside, life.until])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [i, from] of cuts.entries()) {
    const until = cuts[i + 1];
    if (until === undefined) continue;
    const found = classAt(from, rows, runs, handoffs);
    const last = segments.at(-1);
    if (last?.class === found) last.until = until;
    else segments.push({ class: found, from, until });
  }
  return segments;
};

/** How much of a class lies in a span, by any clock. */
export const timeIn = (
  segments: readonly Segment[],
  wanted: Segment['class'],
  span: Span,
  clock: (span: Span) => number = lengthOf,
): number =>
  segments
    .filter((segment) => segment.class === wanted)
    .map((segment) => clock(overlapOf(segment, span)))
    .reduce((sum, length) => sum + length, 0);
