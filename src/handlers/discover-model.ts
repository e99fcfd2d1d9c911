import { discoverModel } from '#api/discovery.ts';
import { discover } from '#discovery/discover.ts';
import { draftDesign } from '#discovery/draft-design.ts';
import { serve } from './define.ts';
import { refreshLogs } from './refresh.ts';
import { shownTeamsOf } from './shown-teams.ts';

export const answerDiscoverModel = serve(discoverModel, async ({ detail, asOf: asked }, room) => {
  const standing = await refreshLogs(room, { asOf: asked });
  const shown = await shownTeamsOf(standing);
  room.surroundings.progress('looking for the model that is followed');
  const discovery = await discover(standing.engine, { detail, shownTeam: (team) => shown(team, standing.span) });
  const forums = standing.design.forums.map(({ key }) => key);
  const stated = {
    capability: standing.design.capabilities.map(({ key }) => key),
    initiative: standing.design.initiatives.map(({ key }) => key),
  };
  const draft = draftDesign(discovery, { forums, stated });
  const asOf = new Date(standing.asOf).toISOString();
  return { timeZone: standing.calendar.timeZone, asOf, discovery, draft, notices: [...standing.notices] };
});
