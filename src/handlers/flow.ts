import type { z } from 'zod';
import { showAgeingWork, showCumulativeFlow, showFlowMap, showHandOffs, showTimeUse } from '#api/flow.ts';
import { ageingWork } from '#flow/ageing-work.ts';
import { cumulativeFlow } from '#flow/cumulative-flow.ts';
import { flowMaps } from '#flow/flow-map.ts';
import { handOffs } from '#flow/hand-offs.ts';
import type { Looked } from '#flow/looked-at.ts';
import { logCalled, stagesOfLogs } from '#flow/stages.ts';
import { timeByStage, timeByTeam } from '#flow/time-use.ts';
import { type Ground, hiddenIn } from '#metrics/read.ts';
import { serve } from './define.ts';
import { groundOf, windowOf } from './figures.ts';
import { checkKey } from './known-keys.ts';
import { refreshLogs, type Standing } from './refresh.ts';
import type { Room } from './room.ts';

export const answerShowFlowMap = serve(showFlowMap, async (asked, room) => {
  const { standing, ground, looked, told } = await lookAt(room, asked);
  const logs = await stagesOfLogs(standing.engine, standing.design);
  return { ...told, flows: await flowMaps(ground, looked, standing.design, logs) };
});

export const answerShowCumulativeFlow = serve(showCumulativeFlow, async ({ source, ...asked }, room) => {
  const { standing, ground, looked, told } = await lookAt(room, asked);
  const log = logCalled(await stagesOfLogs(standing.engine, standing.design), source);
  return { ...told, flow: await cumulativeFlow(ground, looked, log) };
});

export const answerShowAgeingWork = serve(showAgeingWork, async ({ source, limit, ...asked }, room) => {
  const { standing, ground, looked, told } = await lookAt(room, asked);
  const log = logCalled(await stagesOfLogs(standing.engine, standing.design), source);
  return { ...told, work: await ageingWork(ground, looked, log, limit) };
});

export const answerShowHandOffs = serve(showHandOffs, async (asked, room) => {
  const { ground, looked, told } = await lookAt(room, asked);
  return { ...told, handOffs: await handOffs(ground, looked) };
});

export const answerShowTimeUse = serve(showTimeUse, async ({ by, ...asked }, room) => {
  const { standing, ground, looked, told } = await lookAt(room, asked);
  if (by === 'team') return { ...told, uses: await timeByTeam(ground, looked, standing.design) };
  return { ...told, uses: await timeByStage(ground, looked, await stagesOfLogs(standing.engine, standing.design)) };
});

type Asked = Pick<z.output<typeof showFlowMap.input>, 'asOf' | 'from' | 'until' | 'where'>;

/** What a picture of flow is made on, and what is told beside all of them. */
export const lookAt = async (
  room: Room,
  asked: Asked,
): Promise<{ standing: Standing; ground: Ground; looked: Looked; told: Told }> => {
  const standing = await refreshLogs(room, asked);
  const window = windowOf(standing, asked);
  const ground = await groundOf(room, standing);
  const { where } = asked;
  if (where) await checkKey(standing, where, (team) => ground.shownTeam(team, window));
  const told = {
    timeZone: ground.timeZone,
    window,
    asOf: new Date(ground.asOf).toISOString(),
    missing: hiddenIn(ground, where, window) ?? null,
    notices: [...standing.notices],
  };
  return { standing, ground, looked: { window, where }, told };
};

type Told = Pick<z.input<typeof showFlowMap.answer>, 'timeZone' | 'window' | 'asOf' | 'missing' | 'notices'>;
