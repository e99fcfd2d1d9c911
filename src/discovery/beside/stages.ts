import type { Beside } from '#model/beside.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DiscoveredFlow, DiscoveredStage, Discovery } from '#model/discovery.ts';
import { slugOf } from '#model/key.ts';
import type { Workflow } from '#model/workflow.ts';
import { countText, isNamed } from '../draft-words.ts';
import { hasStage, stageName, workflowsFor } from './flows.ts';

/** The stages of the workflows beside those that work passes, log by log. */
export const stagesBeside = ({ flows }: Discovery, design: DesignModel): Beside[] =>
  flows.flatMap((flow) => {
    const workflows = workflowsFor(design, flow.source);
    if (workflows.length === 0) return [];
    const named = flow.stages.filter(({ key }) => isNamed(key));
    const designed = [...new Set(workflows.flatMap(({ stages }) => stages.map(({ key }) => key)))];
    return [
      ...named.map((stage) => foundStage(stage, flow, workflows)),
      ...designed
        .filter((key) => !named.some((stage) => stage.key === key))
        .map((key) => unseenStage(key, flow, workflows)),
    ];
  });

const foundStage = (stage: DiscoveredStage, { source }: DiscoveredFlow, workflows: readonly Workflow[]): Beside => {
  const { key, kind, items, visits, mapped } = stage;
  const holder = workflows.find(hasStage(key));
  return {
    part: 'stage',
    key: `${source}.${key}`,
    name: stageName(workflows, key),
    standing: holder ? 'same' : 'only-found',
    designed: holder ? `in the workflow ${holder.name}` : null,
    found: `${countText(items, 'item')} of ${source} came to it`,
    n: items,
    evidence: [
      countText(visits, 'visit'),
      ...(kind === null ? ['nobody said of what kind it is'] : []),
      ...(mapped ? [] : [`no rule of a mapping names ${JSON.stringify(key)}`]),
    ],
    record: holder ? { kind: 'workflow', key: holder.key } : null,
    adopt: holder ? null : adoptStage(stage, workflows),
  };
};

/** Only where it is plain which workflow is meant: the one that applies to the log. */
const adoptStage = ({ key, kind }: DiscoveredStage, [only, ...more]: readonly Workflow[]): Beside['adopt'] => {
  const slug = slugOf(key);
  if (!only || more.length > 0 || slug === undefined) return null;
  const stage = { key: slug, ...(slug === key ? {} : { name: key }), kind: kind ?? 'active' };
  const guess = kind === null ? ' as an active stage, which is a guess' : '';
  return {
    says: `adds the stage ${key} to the end of the workflow ${only.name}${guess}`,
    edits: [
      {
        kind: 'workflow',
        key: only.key,
        fields: { stages: [...only.stages.map(asWritten), stage] },
        isNew: false,
        close: false,
      },
    ],
  };
};

/** A stage without the name that was filled in from its key. */
const asWritten = ({ key, name, ...rest }: Workflow['stages'][number]) => ({
  key,
  ...(name === key ? {} : { name }),
  ...rest,
});

const unseenStage = (key: string, { source }: DiscoveredFlow, workflows: readonly Workflow[]): Beside => {
  const holder = workflows.find(hasStage(key));
  return {
    part: 'stage',
    key: `${source}.${key}`,
    name: stageName(workflows, key),
    standing: 'only-designed',
    designed: holder ? `in the workflow ${holder.name}` : null,
    found: null,
    n: 0,
    evidence: [`no item of ${source} came to it`],
    record: holder ? { kind: 'workflow', key: holder.key } : null,
    adopt: null,
  };
};
