import type { Beside } from '#model/beside.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DiscoveredFlow, DiscoveredMove, Discovery } from '#model/discovery.ts';
import type { Workflow } from '#model/workflow.ts';
import { countText, daysText } from '../draft-words.ts';
import { allows, hasStage, stageName, workflowsFor } from './flows.ts';

/**
 * The moves that workflows allow beside those that work makes.
 *
 * A move counts as allowed where any workflow of the log allows it; which one an item follows hangs on its type and team,
 * which the rule on allowed moves looks at. Workflows that state no transitions say nothing about moves.
 */
export const movesBeside = ({ flows }: Discovery, design: DesignModel): Beside[] =>
  flows.flatMap((flow) => {
    const workflows = workflowsFor(design, flow.source).filter(({ transitions }) => transitions !== undefined);
    return [
      ...flow.edges.flatMap((edge) => foundMove(edge, flow, workflows)),
      ...workflows.flatMap((workflow) => unseenMoves(workflow, flow)),
    ];
  });

const foundMove = (edge: DiscoveredMove, { source }: DiscoveredFlow, workflows: readonly Workflow[]): Beside[] => {
  const { from, to, count, items, backward, medianDays } = edge;
  const knowing = workflows.filter(hasStage(from, to));
  const [first] = knowing;
  if (!first) return [];
  const holder = knowing.find((workflow) => allows(workflow, from, to));
  return [
    {
      part: 'move',
      key: `${source}.${from}.${to}`,
      name: moveName(workflows, from, to),
      standing: holder ? 'same' : 'only-found',
      designed: holder ? `allowed by the workflow ${holder.name}` : null,
      found: `${countText(count, 'move')} of ${countText(items, 'item')}`,
      n: count,
      evidence: [
        ...(backward ? ['goes back in the order of the stages'] : []),
        ...(medianDays === null ? [] : [`half of them after ${daysText(medianDays)} in ${stageName(workflows, from)}`]),
      ],
      record: { kind: 'workflow', key: (holder ?? first).key },
      adopt: holder || knowing.length > 1 ? null : adoptMove(first, from, to),
    },
  ];
};

const moveName = (workflows: readonly Workflow[], from: string, to: string): string =>
  `${stageName(workflows, from)} → ${stageName(workflows, to)}`;

const adoptMove = (workflow: Workflow, from: string, to: string): Beside['adopt'] => {
  const { transitions = [] } = workflow;
  const isStated = transitions.some((way) => way.from === from);
  const widened = isStated
    ? transitions.map((way) => (way.from === from ? { from, to: [...way.to, to] } : way))
    : [...transitions, { from, to: [to] }];
  return {
    says: `allows ${moveName([workflow], from, to)} in the workflow ${workflow.name}`,
    edits: [editOf(workflow, widened)],
  };
};

const editOf = ({ key }: Workflow, transitions: readonly object[]) => ({
  kind: 'workflow',
  key,
  fields: { transitions },
  isNew: false,
  close: false,
});

const unseenMoves = (workflow: Workflow, { source, edges }: DiscoveredFlow): Beside[] =>
  (workflow.transitions ?? []).flatMap(({ from, to: targets }) =>
    targets
      .filter((to) => !edges.some((edge) => edge.from === from && edge.to === to))
      .map((to): Beside => {
        const left = (workflow.transitions ?? [])
          .map((way) => (way.from === from ? { from, to: way.to.filter((each) => each !== to) } : way))
          .filter((way) => way.to.length > 0);
        const name = moveName([workflow], from, to);
        return {
          part: 'move',
          key: `${workflow.key}.${source}.${from}.${to}`,
          name,
          standing: 'only-designed',
          designed: `allowed by the workflow ${workflow.name}`,
          found: null,
          n: 0,
          evidence: [`no item of ${source} moved so`],
          record: { kind: 'workflow', key: workflow.key },
          adopt: { says: `no longer allows ${name} in the workflow ${workflow.name}`, edits: [editOf(workflow, left)] },
        };
      }),
  );
