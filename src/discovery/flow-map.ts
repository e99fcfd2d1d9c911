import { backbone } from '#model/backbone.ts';
import type { DiscoveredFlow, DiscoveredMove } from '#model/discovery.ts';
import type { Passage } from './passages.ts';
import type { SourceStages } from './stages.ts';

const dayMs = 86_400_000;

/** The flow of one log: all moves between its stages, and which of them cover the share `detail` of all. */
export const flowOf = (
  { source, items, orderedBy, stages, ids }: SourceStages,
  passages: readonly Passage[],
  detail: number,
): DiscoveredFlow => {
  const places = new Map(ids.map((id, place) => [id, place]));
  const own = passages.filter(({ from, to }) => places.has(from) && places.has(to));
  const moves = own.reduce((sum, { count }) => sum + count, 0);
  const named = own.map((passage) => ({
    from: stages[places.get(passage.from) ?? 0]?.key ?? '',
    to: stages[places.get(passage.to) ?? 0]?.key ?? '',
    count: passage.count,
    items: passage.items,
    share: passage.count / moves,
    meanDays: passage.meanMs / dayMs,
    medianDays: passage.medianMs === null ? null : passage.medianMs / dayMs,
    backward: (places.get(passage.to) ?? 0) < (places.get(passage.from) ?? 0),
  }));
  const kept = new Set(backbone(named, detail));
  const edges: DiscoveredMove[] = named
    .map((move) => ({ ...move, frequent: kept.has(move) }))
    .sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
  const covered = [...kept].reduce((sum, { count }) => sum + count, 0);
  return {
    source,
    items,
    orderedBy,
    moves,
    covered: moves === 0 ? null : covered / moves,
    stages: [...stages],
    edges,
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
