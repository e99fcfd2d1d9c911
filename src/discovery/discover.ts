import type { Engine } from '#engine/engine.ts';
import type { DiscoveredCommunities, Discovery } from '#model/discovery.ts';
import type { Grouping } from './adjusted-rand.ts';
import { bestRegrouping, crossing, findCommunities, type Link } from './communities.ts';
import { discoverDecisions, discoverLevels, discoverNeverRefuse } from './deciders.ts';
import { flowOf } from './flow-map.ts';
import { discoverHandovers, discoverTeams, handoverLinks } from './handovers.ts';
import { discoverOwners } from './owners.ts';
import { readPassages } from './passages.ts';
import { type ShownTeam, shownByPeople, teamLabels } from './shown-teams.ts';
import { discoverStages } from './stages.ts';
import { readWork } from './work.ts';

export type DiscoverOptions = {
  /** The share of moves that the frequent ways of a flow cover, 0 to 1; 0.8 unless told. */
  readonly detail?: number;
  /** Whether medians are asked for, which cost several times what means cost; true unless told. */
  readonly medians?: boolean;
  /** The name of a team in lists that people read; teams of fewer than five people are put together unless told. */
  readonly shownTeam?: ShownTeam;
};

/**
 * The operating model that is followed, from the facts alone: no design has a say in it, but for the kinds of stages and
 * the ranks of levels that the facts have from it.
 */
export const discover = async (engine: Engine, options: DiscoverOptions = {}): Promise<Discovery> => {
  const { detail = 0.8, medians = true } = options;
  const shownTeam = options.shownTeam ?? (await shownByPeople(engine));
  const labels = await teamLabels(engine, shownTeam);
  const passages = await readPassages(engine, medians);
  const work = await readWork(engine, labels);
  const stages = await discoverStages(engine, passages);
  const handovers = await discoverHandovers(engine, labels, medians);
  const teams = labels.teams.map(({ key }) => key);
  return {
    detail,
    flows: stages.map((source) => flowOf(source, passages.passages, detail)),
    teams: discoverTeams(labels, work.teamItems, handovers),
    handovers,
    communities: shownCommunities(teams, await handoverLinks(engine), shownTeam),
    owners: discoverOwners(work, labels.names),
    levels: await discoverLevels(engine),
    decisions: await discoverDecisions(engine, shownTeam),
    neverRefuse: await discoverNeverRefuse(engine, shownTeam),
  };
};

/** Groups are found among the teams as they are, and only then shown under the names that may be shown. */
const shownCommunities = (
  teams: readonly string[],
  links: readonly Link[],
  shownTeam: ShownTeam,
): DiscoveredCommunities => {
  const { groups, modularity } = findCommunities(teams, links);
  const grouping: Grouping = new Map(groups.flatMap((group, place) => group.map((team) => [team, place] as const)));
  const shown = groups.map((group) => [...new Set(group.map(shownTeam))].sort());
  const move = bestRegrouping(links, grouping, (team) => shownTeam(team) === team);
  return {
    modularity,
    ...crossing(links, grouping),
    groups: groups.map((group, place) => ({
      teams: shown[place] ?? [],
      members: group.length,
      inside: links
        .filter(({ a, b }) => grouping.get(a) === place && grouping.get(b) === place)
        .reduce((sum, { weight }) => sum + weight, 0),
    })),
    regrouping: move ? { team: move.team, to: shown[Number(move.to)]?.[0] ?? '', removes: move.removes } : null,
  };
};
