import { type CasesOf, listCases, showCase } from '#api/cases.ts';
import { caseHistory } from '#flow/case-history.ts';
import { type Behind, casesBehind } from '#flow/cases.ts';
import { logCalled, stageCalled, stagesCalled, stagesOfLogs } from '#flow/stages.ts';
import { resolveActivity } from '#mapping/resolve.ts';
import type { Ground } from '#metrics/read.ts';
import { Fault } from '#model/fault.ts';
import type { Window } from '#model/window.ts';
import { serve } from './define.ts';
import { plain } from './figures.ts';
import { lookAt } from './flow.ts';
import { checkKey } from './known-keys.ts';
import type { Standing } from './refresh.ts';
import { checkSource } from './sources.ts';

export const answerListCases = serve(listCases, async ({ of, limit, offset, ...asked }, room) => {
  const { standing, ground, looked, told } = await lookAt(room, asked);
  const { behind, title, words } = await named(of, { standing, ground, window: looked.window });
  const { rows, total } = await casesBehind(ground, looked, behind, { limit, offset });
  const { where, from, until, asOf } = asked;
  const command = [
    'case',
    'list',
    ...words,
    ...(where ? ['--where', `${where.scope}=${where.key}`] : []),
    ...(from === undefined ? [] : ['--from', from]),
    ...(until === undefined ? [] : ['--until', until]),
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
  ];
  return { ...told, title, command, total, rows: rows.map(plain) };
});

type Named = { readonly behind: Behind; readonly title: string; readonly words: readonly string[] };
type On = { readonly standing: Standing; readonly ground: Ground; readonly window: Window };

/** What was asked for as the facts name it, in words, and as it is typed. */
const named = async ({ stage, move, standing: stood, handOff }: CasesOf, on: On): Promise<Named> => {
  const { standing, ground, window } = on;
  const stageOf = async (source: string, key: string) =>
    stageCalled(logCalled(await stagesOfLogs(standing.engine, standing.design), source), key);
  if (stage) {
    const logs = await stagesOfLogs(standing.engine, standing.design);
    const found = stagesCalled(stage.source === undefined ? logs : [logCalled(logs, stage.source)], stage.stage);
    const words = [...(stage.source === undefined ? [] : ['--source', stage.source]), '--stage', stage.stage];
    const title = `Came to ${found[0]?.name ?? stage.stage}`;
    return { behind: { kind: 'stage', stages: found.map(({ id }) => id) }, title, words };
  }
  if (move) {
    const [from, to] = [await stageOf(move.source, move.from), await stageOf(move.source, move.to)];
    const words = ['--source', move.source, '--from-stage', move.from, '--to-stage', move.to];
    return {
      behind: { kind: 'move', from: from.id, to: to.id },
      title: `Moved from ${from.name} to ${to.name}`,
      words,
    };
  }
  if (stood) {
    const found = stood.stage === null ? null : await stageOf(stood.source, stood.stage);
    const words = ['--source', stood.source, ...(stood.stage === null ? [] : ['--standing', stood.stage])];
    const title = found ? `Stood in ${found.name} at the end` : 'Stood in no known stage at the end';
    return { behind: { kind: 'standing', source: stood.source, stage: found?.id ?? null }, title, words };
  }
  if (!handOff) throw new Error('a question for cases was checked and names none');
  for (const key of [handOff.from, handOff.to])
    await checkKey(standing, { scope: 'team', key }, (team) => ground.shownTeam(team, window));
  const words = ['--from-team', handOff.from, '--to-team', handOff.to];
  return { behind: { kind: 'hand-off', ...handOff }, title: `Handed from ${handOff.from} to ${handOff.to}`, words };
};

export const answerShowCase = serve(showCase, async ({ source: key, item, ...asked }, room) => {
  checkSource(room, key);
  const { standing, ground, looked, told } = await lookAt(room, asked);
  const source = standing.sources.find((each) => each.key === key);
  const history = await caseHistory(
    ground,
    { source: key, item, window: looked.window },
    { eventKind: (activity) => (source ? resolveActivity(source.mapping.activities, activity) : 'update') },
  );
  if (!history) throw new Fault('case-unknown', { source: key, item });
  const link = source?.mapping.link?.replaceAll('{item}', encodeURIComponent(item)) ?? null;
  const stages = (await stagesOfLogs(standing.engine, standing.design)).find((log) => log.source === key)?.stages ?? [];
  const stageNames = Object.fromEntries(stages.map(({ key: stage, name }) => [stage, name]));
  return { ...told, history: { ...history, link, stageNames } };
});
