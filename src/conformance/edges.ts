import { join, type Sql, sql } from '#engine/sql.ts';
import { localDay } from '#model/calendar/local.ts';
import type { ConformanceContext } from './context.ts';
import type { Era } from './eras.ts';
import type { Span } from './span.ts';
import { trendPeriods } from './trend-periods.ts';

/**
 * The instants, in ms and in order, between which a reading tells no two cases apart by their time: the ends of the
 * window and of the periods of the trend, and where the design changes in the window.
 */
export const edgesOf = (context: ConformanceContext, eras: readonly Era[]): number[] => {
  const window = { from: Date.parse(context.window.from), until: Date.parse(context.window.until) };
  const spans = [...trendPeriods(context), ...eras].flatMap(({ from, until }) => [from, until]);
  const inside = spans.filter((instant) => instant > window.from && instant < window.until);
  return [...new Set([window.from, ...inside, window.until])].sort((a, b) => a - b);
};

/** Whether a stretch begins and ends at an edge, so that what lies between two edges is in it or not as a whole. */
export const isBetweenEdges = (edges: readonly number[], { from, until }: Span): boolean =>
  edges.includes(from) && edges.includes(until);

/** The last edge up to an instant (an expression in ms); null outside the window. */
export const edgeBefore = (edges: readonly number[], at: Sql): Sql => {
  const steps = edges.map((edge, index) => sql`when ${at} < ${edge} then ${edges[index - 1] ?? null}`);
  return sql`case ${join(steps, ' ')} end`;
};

/** The local days that lie in a span as a whole: the first of them, and the one after the last. */
export const wholeDays = ({ from, until }: Span, timeZone: string): Span => ({
  from: localDay(from - 1, timeZone) + 1,
  until: localDay(until, timeZone),
});

/** Which edge, counted from 0, is the last one up to a whole day of the window (an expression): inside of it they begin days. */
export const edgeUpTo = (edges: readonly number[], day: Sql, timeZone: string): Sql => {
  const steps = edges.slice(1).map((edge, index) => sql`when ${day} < ${localDay(edge, timeZone)} then ${index}`);
  return sql`case ${join(steps, ' ')} end`;
};
