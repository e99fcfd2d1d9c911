import { compareDiscovery } from '#api/discovery.ts';
import { besideDesign } from '#discovery/beside/beside-design.ts';
import { discover } from '#discovery/discover.ts';
import { dayOf } from '#model/day.ts';
import { serve } from './define.ts';
import { refreshLogs } from './refresh.ts';
import { shownTeamsOf } from './shown-teams.ts';

export const answerCompareDiscovery = serve(compareDiscovery, async ({ asOf: asked }, room) => {
  const standing = await refreshLogs(room, { asOf: asked });
  const shown = await shownTeamsOf(standing);
  room.surroundings.progress('looking for the model that is followed');
  const discovery = await discover(standing.engine, { detail: 0.9, shownTeam: (team) => shown(team, standing.span) });
  const asOf = new Date(standing.asOf).toISOString();
  const { key, name } = standing.design.design;
  const parts = besideDesign(discovery, standing.design, dayOf(asOf, standing.calendar.timeZone));
  return { asOf, design: { key, name }, parts, notices: [...standing.notices] };
});
