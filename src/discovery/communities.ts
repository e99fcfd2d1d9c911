import { randomSource } from '#model/statistics/random.ts';
import type { Grouping } from './adjusted-rand.ts';
import { louvain, modularity, UndirectedGraph } from './graphology.ts';

/** How much work passed between two teams, whichever way. */
export type Link = { readonly a: string; readonly b: string; readonly weight: number };

/** A grouping of teams, and how much more of the hand-overs lies inside its groups than chance would put there. */
export type Communities = { readonly groups: readonly (readonly string[])[]; readonly modularity: number | null };

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/**
 * The groups of teams that hand work to each other most: the best of twenty runs of Louvain's method (Blondel et al. 2008).
 *
 * Directions are added up and the resolution is 1. Teams and links are put in the order of their names first, so the
 * same network gives the same groups in whatever order it is told. Without any link every team is a group of its own and
 * there is no modularity.
 */
export const findCommunities = (teams: readonly string[], links: readonly Link[]): Communities => {
  const graph = graphOf(teams, links);
  const alone = new Map(graph.nodes().map((team) => [team, team]));
  if (graph.size === 0) return { groups: groupsOf(alone), modularity: null };
  const found = seeds.map((seed) => {
    const random = randomSource(seed);
    const communities = louvain(graph, {
      resolution: 1,
      getEdgeWeight: 'weight',
      rng: () => random(2 ** 32) / 2 ** 32,
    });
    const grouping: Grouping = new Map(Object.entries(communities));
    return { groups: groupsOf(grouping), modularity: modularityIn(graph, grouping) };
  });
  return found.reduce((best, next) => (next.modularity > best.modularity + 1e-12 ? next : best));
};

/**
 * How far a grouping of teams follows the flow of work: the share of hand-overs inside groups, less the share that teams
 * of the same size would have there by chance (Newman 2006). Null where nothing is handed over.
 *
 * A team that the grouping does not name is a group of its own.
 */
export const modularityOf = (teams: readonly string[], links: readonly Link[], grouping: Grouping): number | null => {
  const graph = graphOf(teams, links);
  return graph.size === 0 ? null : modularityIn(graph, grouping);
};

/** What moving one team to another group would do. */
export type Regrouping = {
  readonly team: string;
  readonly from: string | number;
  readonly to: string | number;
  /** Hand-overs that would no longer cross a border of groups, less those that newly would. */
  readonly removes: number;
};

/**
 * The move of one team into another group that removes most hand-overs between groups, or undefined when none removes any.
 *
 * Of equal moves the first by name of team, then of group. Teams that the grouping does not name stay where they are, and
 * so do those that are not `movable`.
 */
export const bestRegrouping = (
  links: readonly Link[],
  grouping: Grouping,
  movable: (team: string) => boolean = () => true,
): Regrouping | undefined => {
  const ties = new Map<string, Map<string | number, number>>();
  const note = (team: string, other: string, weight: number): void => {
    const group = grouping.get(other);
    if (group === undefined || !grouping.has(team) || team === other) return;
    const own = ties.get(team) ?? new Map<string | number, number>();
    own.set(group, (own.get(group) ?? 0) + weight);
    ties.set(team, own);
  };
  for (const { a, b, weight } of links) {
    note(a, b, weight);
    note(b, a, weight);
  }
  const moves = [...ties].flatMap(([team, own]) => {
    const from = grouping.get(team);
    if (from === undefined || !movable(team)) return [];
    const stays = own.get(from) ?? 0;
    return [...own].map(([to, weight]) => ({ team, from, to, removes: weight - stays }));
  });
  return moves
    .filter(({ removes }) => removes > 0)
    .sort((x, y) => y.removes - x.removes || order(x.team, y.team) || order(x.to, y.to))[0];
};

/** How many hand-overs stay inside a group and how many go from one to another. */
export const crossing = (links: readonly Link[], grouping: Grouping): { inside: number; across: number } => {
  const sums = { inside: 0, across: 0 };
  for (const { a, b, weight } of links) {
    const group = grouping.get(a);
    const together = a === b || (group !== undefined && group === grouping.get(b));
    sums[together ? 'inside' : 'across'] += weight;
  }
  return sums;
};

type Network = UndirectedGraph<{ community: number }, { weight: number }>;

const graphOf = (teams: readonly string[], links: readonly Link[]): Network => {
  const graph: Network = new UndirectedGraph();
  const named = [...teams, ...links.flatMap(({ a, b }) => [a, b])];
  for (const team of [...new Set(named)].sort(order)) graph.addNode(team);
  for (const { a, b, weight } of inOrder(links)) {
    if (a === b || weight <= 0) continue;
    const edge = graph.edge(a, b);
    if (edge === undefined) graph.addEdge(a, b, { weight });
    else graph.setEdgeAttribute(edge, 'weight', graph.getEdgeAttribute(edge, 'weight') + weight);
  }
  return graph;
};

const inOrder = (links: readonly Link[]): Link[] =>
  links
    .map(({ a, b, weight }) => (a < b ? { a, b, weight } : { a: b, b: a, weight }))
    .sort((x, y) => order(x.a, y.a) || order(x.b, y.b));

const modularityIn = (graph: Network, grouping: Grouping): number => {
  const numbers = new Map<string, number>();
  graph.forEachNode((team) => {
    const group = JSON.stringify(grouping.get(team) ?? [team]);
    const community = numbers.get(group) ?? numbers.size;
    numbers.set(group, community);
    graph.setNodeAttribute(team, 'community', community);
  });
  return modularity(graph, { getNodeCommunity: 'community', getEdgeWeight: 'weight', resolution: 1 });
};

/** Groups as lists of names, each in order, the largest first. */
const groupsOf = (grouping: Grouping): string[][] => {
  const groups = new Map<string | number, string[]>();
  for (const [team, group] of grouping) groups.set(group, [...(groups.get(group) ?? []), team]);
  return [...groups.values()]
    .map((teams) => teams.sort(order))
    .sort((x, y) => y.length - x.length || order(x[0] ?? '', y[0] ?? ''));
};

const order = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));
