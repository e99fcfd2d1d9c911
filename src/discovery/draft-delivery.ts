import type { DiscoveredFlow, DiscoveredStage, Discovery } from '#model/discovery.ts';
import type { StageKind } from '#model/kinds.ts';
import { countText, Keys, shareText } from './draft-words.ts';
import type { Drafted, DraftLists } from './drafted.ts';
import { shareOf } from './share.ts';

/** One workflow a log: its stages in order, and the frequent moves as the allowed ones. */
export const draftDelivery = ({ flows }: Discovery): DraftLists => {
  const keys = new Keys('workflow');
  return { workflows: flows.map((flow) => draftWorkflow(flow, keys)) };
};

/** Comments inside a workflow hang on its stages and transitions, so those are drafted records too. */
const draftWorkflow = (flow: DiscoveredFlow, keys: Keys): Drafted => {
  const stageKeys = new Keys('stage');
  const stages = flow.stages.map((stage, place) => draftStage(stage, place, flow, stageKeys));
  const transitions = flow.stages.flatMap(({ key }) => draftTransition(key, flow, stageKeys));
  return {
    body: {
      ...keys.naming(flow.source),
      stages,
      ...(transitions.length === 0 ? {} : { transitions }),
      appliesTo: [{ source: flow.source }],
    },
    evidence: [
      `${countText(flow.items, 'item')}, ${countText(flow.moves, 'move')}; the order is that of ${countText(flow.orderedBy, 'item')}`,
      ...(flow.covered === null
        ? []
        : [
            `the transitions below are ${shareText(shareOf(Math.round(flow.covered * flow.moves), flow.moves))} of all moves`,
          ]),
    ],
  };
};

const draftStage = (stage: DiscoveredStage, place: number, flow: DiscoveredFlow, keys: Keys): Drafted => {
  const { key, mapped, kind, items, visits, position, starts, ends } = stage;
  return {
    body: { ...keys.naming(key), kind: kind ?? likelyKind(key, place, flow) },
    evidence: [
      `${countText(items, 'item')}, ${countText(visits, 'visit')}, at median place ${position ?? 'unknown'}; ` +
        `${starts.toLocaleString('en')} begin and ${ends.toLocaleString('en')} end here`,
      ...(kind === null ? ['its kind is a guess: nobody said it'] : []),
      ...(mapped ? [] : [`no rule of a mapping names ${JSON.stringify(key)}`]),
    ],
  };
};

/** A workflow needs kinds; where nobody said one, the first stage waits, the last and those nobody leaves are done. */
const likelyKind = (key: string, place: number, { stages, edges }: DiscoveredFlow): StageKind => {
  if (stages.length > 1 && (place === stages.length - 1 || edges.every(({ from }) => from !== key))) return 'done';
  return place === 0 ? 'queue' : 'active';
};

const draftTransition = (from: string, { edges }: DiscoveredFlow, keys: Keys): Drafted[] => {
  const out = edges.filter((edge) => edge.from === from);
  const left = out.reduce((sum, { count }) => sum + count, 0);
  const frequent = out.filter((edge) => edge.frequent);
  if (frequent.length === 0) return [];
  return [
    {
      body: { from: keys.of(from), to: frequent.map(({ to }) => keys.of(to)) },
      evidence: frequent.map(({ to, count, backward }) => {
        const way = backward ? `back to ${to}` : to;
        return `${way}: ${countText(count, 'move')}, ${shareText(shareOf(count, left))} of those that leave`;
      }),
    },
  ];
};
