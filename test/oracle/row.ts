import type { EventKind, StageKind } from '#model/kinds.ts';

/** One accepted row, with the raw names resolved. What the row leaves empty is null. */
export type Row = {
  source: string;
  item: string;
  at: number;
  order: string;
  /** The content hash: the upper half of that of the row without its people. */
  hash: bigint;
  /** The hash of what makes the row the same row wherever it is met. */
  identity: bigint;
  copy: number;
  /** The people columns, which decide between two rows of one key that differ in nothing else. */
  people: string;
  /** Every cell of the row. */
  text: string;
  cells: Record<string, string>;
  activity: string | null;
  /** The activity as one that is repeated or not; null where a row only goes on with one. */
  did: string | null;
  kind: EventKind;
  /** The raw state; in a log of activities that start and end, the one that follows from the rows. */
  state: string | null;
  /** At work is a stage that is, by any of its raw states, an activity that runs. */
  stage: { key: string; kind: StageKind | null; isAtWork: boolean } | null;
  team: string | null;
  person: string | null;
  priority: string | null;
  type: string | null;
  capability: string | null;
  initiative: string | null;
  channel: string | null;
  parent: string | null;
  created: number | null;
  promised: number | null;
  neededBy: number | null;
  /** When the activity began of which the row tells the end, where it says so. */
  began: number | null;
  /** The step in the life of an activity, and which go at it, as the row says them. */
  step: string | null;
  go: string | null;
  /** The place among the rows of its item, in a log of activities that start and end. */
  turn: number;
  /** Whether an activity runs after the row. */
  isRunning: boolean;
  /** What kind the state is where nothing else says it. */
  kindWithout: StageKind | null;
};

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareNumbers = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Empty first, then numbers by size, then the rest as text. */
export const compareOrder = (a: string, b: string): number => {
  const rank = (text: string) => (text === '' ? 0 : isNumber(text) ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return rank(a) === 1 ? Number(a) - Number(b) : compareText(a, b);
};

/** The order of the rows of an item. */
export const compareRows = (a: Row, b: Row): number =>
  a.at - b.at ||
  compareOrder(a.order, b.order) ||
  a.turn - b.turn ||
  compareNumbers(a.hash, b.hash) ||
  compareNumbers(a.identity, b.identity) ||
  a.copy - b.copy;
