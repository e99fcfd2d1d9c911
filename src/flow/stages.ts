import { readPassages } from '#discovery/passages.ts';
import { discoverStages } from '#discovery/stages.ts';
import type { Engine } from '#engine/engine.ts';
import { closest } from '#model/closest.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault } from '#model/fault.ts';
import type { FlowStage } from '#model/flow.ts';

/** The stages of one log in the order in which work passes them, with their codes. */
export type LogStages = {
  readonly source: string;
  readonly items: number;
  readonly stages: readonly (FlowStage & { readonly id: number })[];
};

/** The stages of every log that has any, the log with most items first. Their order is that of all the evidence. */
export const stagesOfLogs = async (engine: Engine, { workflows }: Workflows): Promise<LogStages[]> => {
  const found = await discoverStages(engine, await readPassages(engine, false));
  return found
    .map(({ source, items, stages, ids }) => ({
      source,
      items,
      stages: stages.map(({ key, kind }, place) => ({
        id: ids[place] ?? -1,
        key,
        name: designed(workflows, source).find((stage) => stage.key === key)?.name ?? key,
        kind,
      })),
    }))
    .toSorted((a, b) => b.items - a.items);
};

type Workflows = Pick<DesignModel, 'workflows'>;

const designed = (workflows: DesignModel['workflows'], source: string) =>
  workflowsOf(workflows, source).flatMap(({ stages }) => stages);

/** The workflows that apply to some items of a log. */
export const workflowsOf = (workflows: DesignModel['workflows'], source: string): DesignModel['workflows'] =>
  workflows.filter(
    ({ appliesTo }) =>
      appliesTo.length === 0 || appliesTo.some((to) => to.source === undefined || to.source === source),
  );

/** The log that was asked for, which is the one with most items where none was; a refusal where it has no stages. */
export const logCalled = (logs: readonly LogStages[], source: string | undefined): LogStages => {
  const log = source === undefined ? logs[0] : logs.find((each) => each.source === source);
  if (log) return log;
  const found = source === undefined ? 'no log' : JSON.stringify(source);
  const keys = logs.map((each) => each.source);
  const expected = `a log that says in which stage items are${keys.length === 0 ? '' : ` (${keys.join(', ')})`}`;
  throw new Fault('input-refused', { field: 'source', found, expected, closest: closest(source ?? '', keys) });
};

/** The stage of a log that goes by a key. */
export const stageCalled = (log: LogStages, key: string): LogStages['stages'][number] => stagesCalled([log], key)[0];

/** The stages of some logs that go by a key, one a log that has it; a refusal where none has. */
export const stagesCalled = (
  logs: readonly LogStages[],
  key: string,
): [LogStages['stages'][number], ...LogStages['stages']] => {
  const all = logs.flatMap(({ stages }) => stages);
  const [first, ...rest] = all.filter((each) => each.key === key);
  if (first) return [first, ...rest];
  const known = [...new Set(all.map((each) => each.key))];
  throw new Fault('scope-key-unknown', { scope: 'stage', key, closest: closest(key, known), known });
};
