import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';
import { amountOf, truthOf } from './amounts.ts';
import { layersOf } from './approvals.ts';
import { lengthOf, overlapOf, type Span } from './clock.ts';
import { designAt, rankOf } from './designs.ts';
import { given, type Item, type Setting } from './items.ts';
import { keyOf } from './names.ts';
import { cyclesOf, type Step, stepsOf } from './steps.ts';

type DecisionMapping = NonNullable<Mapping['decisions']>;
type Right = DesignModel['decisionRights'][number];

/** One cycle of one item. Ranks are those of the ladder of the design in force when it was raised. */
export type Decision = {
  item: Item;
  cycle: number;
  type: string | null;
  steps: Step[];
  raised: number;
  decided: number | null;
  outcome: string | null;
  decidedBy: string | null;
  firstStep: number | null;
  neededBy: number | null;
  communicated: number | null;
  acted: number | null;
  informationWait: number;
  levelDecided: number | null;
  intended: number | null;
  /** Null where no design that is ever in force states a right. */
  unclear: boolean | null;
  /** How many roles have to agree; null where no right holds. */
  agreeing: number | null;
  /** Null where only known levels could tell of one, and none is known. */
  emergency: boolean;
  escalations: number | null;
  sideways: number | null;
  depth: number | null;
  layers: Span[];
  revisits: number;
  acting: number | null;
  /** When the next cycle of the item began. */
  reopened: number | null;
};

/** The first non-empty cell of a column in all rows of an item. */
const firstCell = (item: Item, column: string | undefined): string | null => {
  if (column === undefined) return null;
  return item.rows.map((row) => row.cells[column] ?? '').find((cell) => cell !== '') ?? null;
};

/** What of an item rights may ask for; `unread` is what it says in words that cannot be read. */
type Stated = {
  amount: number | null;
  risk: string | null;
  regulated: boolean | null;
  unread: ('amount' | 'regulated')[];
};

const statedOf = (item: Item, mapping: Mapping): Stated => {
  const { decisions, numbers, yesNo } = mapping;
  const [amountText, lawText] = [firstCell(item, decisions?.amount), firstCell(item, decisions?.regulated)];
  const amount = amountText === null ? null : amountOf(amountText, numbers.decimal);
  const regulated = decisions?.regulated === undefined ? null : truthOf(lawText ?? '', yesNo);
  return {
    amount,
    risk: firstCell(item, decisions?.risk),
    regulated,
    unread: [
      ...(amountText !== null && amount === null ? (['amount'] as const) : []),
      ...(lawText !== null && regulated === null ? (['regulated'] as const) : []),
    ],
  };
};

type Condition = NonNullable<Right['when']>;

const holds = (when: Condition, item: Item, { amount, risk, regulated }: Stated): boolean => {
  const inRange =
    amount !== null &&
    amount >= (when.amount?.from ?? Number.NEGATIVE_INFINITY) &&
    amount < (when.amount?.below ?? Number.POSITIVE_INFINITY);
  if (when.amount !== undefined && !inRange) return false;
  if (when.risk !== undefined && (risk === null || !when.risk.includes(risk))) return false;
  if (when.regulated !== undefined && regulated !== when.regulated) return false;
  if (when.priority !== undefined && (item.priority === null || !when.priority.includes(item.priority))) return false;
  return when.itemType === undefined || (item.type !== null && when.itemType.includes(item.type));
};

/** The rights that hold; null where that hangs on what cannot be read. */
const rightsOf = (rights: readonly Right[], item: Item, stated: Stated): Right[] | null => {
  const hangs = rights.some(({ when = {} }) => {
    const { amount, regulated, ...rest } = when;
    const open = stated.unread.some((what) => when[what] !== undefined);
    const asked = {
      ...rest,
      ...(stated.unread.includes('amount') || amount === undefined ? {} : { amount }),
      ...(stated.unread.includes('regulated') || regulated === undefined ? {} : { regulated }),
    };
    return open && holds(asked, item, stated);
  });
  return hangs ? null : rights.filter(({ when = {} }) => holds(when, item, stated));
};

const nameOf = ({ decider }: Right): string => JSON.stringify(decider);

const typeOf = (item: Item, { type }: DecisionMapping): string | null => {
  if ('always' in type) return type.always;
  return keyOf(type, 'ofItem' in type ? item.type : firstCell(item, type.from));
};

const isWait = (step: Step): boolean => step.kind === 'ask-information' || step.kind === 'return';

/** A wait goes on through further questions and returns, and counts only between raised and decided. */
const informationWaitOf = (steps: readonly Step[], timeToDecide: Span): number =>
  steps
    .map((step, i) => ({ from: step.at, until: steps[i + 1]?.at ?? timeToDecide.until, waits: isWait(step) }))
    .filter(({ waits }) => waits)
    .reduce((sum, wait) => sum + lengthOf(overlapOf(wait, timeToDecide)), 0);

/** Steps whose known level is above every known level before; the first known one is none. */
const climbs = (ranks: readonly (number | null)[]): number => {
  const known = given(ranks);
  return known.filter((rank, i) => i > 0 && rank > Math.max(...known.slice(0, i))).length;
};

/** What the log calls an escalation; where it has no word for it, what its levels show, if it knows any. */
const escalationsOf = (steps: readonly Step[], ranks: readonly (number | null)[], hasRule: boolean): number | null => {
  if (hasRule) return steps.filter(({ kind }) => kind === 'escalate').length;
  return ranks.some((rank) => rank !== null) ? climbs(ranks) : null;
};

const movesAside = (steps: readonly Step[], ranks: readonly (number | null)[]): number =>
  steps.filter((step, i) => i > 0 && ranks[i] !== null && ranks[i] === ranks[i - 1] && step.by !== steps[i - 1]?.by)
    .length;

/** The level where the acting team settles things itself. Unknown for an item without a team. */
const actingRank = (item: Item, design: DesignModel | null): number | null => {
  if (item.team === null || design === null) return null;
  const level = design.teams.find(({ key }) => key === item.team)?.level;
  return level === undefined ? Math.min(...design.levels.map(({ rank }) => rank)) : rankOf(design, level);
};

const decidingStep = (steps: readonly Step[]): Step | null => {
  const decide = steps.findLast(({ kind }) => kind === 'decide');
  if (!decide) return null;
  const after = steps.slice(steps.indexOf(decide) + 1);
  return after.some(({ kind }) => kind === 'ask' || kind === 'escalate') ? null : decide;
};

/** The first step that is not an ask, after the step that raised the matter (from the beginning, where none did). */
const firstStepOf = (steps: readonly Step[], raising: Step | undefined): Step | undefined =>
  steps.slice(raising ? steps.indexOf(raising) + 1 : 0).find(({ kind }) => kind !== 'ask');

const decisionOf = (
  item: Item,
  steps: Step[],
  cycle: number,
  next: Step[] | undefined,
  mapping: Mapping,
  decisions: DecisionMapping,
  setting: Setting,
): Decision => {
  const raising = cycle === 0 ? steps.find(({ kind }) => kind === 'ask') : steps[0];
  const raised = raising?.at ?? item.created;
  const deciding = decidingStep(steps);
  const decided = deciding?.at ?? null;
  const design = designAt(setting.designs, raised, setting.timeZone);
  const type = typeOf(item, decisions);
  const ofType = (design?.decisionRights ?? []).filter((right) => right.decisionType === type);
  const known = rightsOf(ofType, item, statedOf(item, mapping));
  const rights = known ?? [];
  const intended = rankOf(design, rights[0]?.level ?? null);
  const toDecided = deciding ? steps.slice(0, steps.indexOf(deciding) + 1) : steps;
  const ranks = toDecided.map((step) => rankOf(design, step.level));
  const reached = given(ranks);
  const settled = (kind: Step['kind']) =>
    steps.find((step) => step.kind === kind && decided !== null && step.at >= decided)?.at ?? null;
  const hasRule = decisions.steps.some(({ to }) => to === 'escalate');
  const anyRight = setting.designs.some((each) => each.design.status === 'in-force' && each.decisionRights.length > 0);
  const anyLevel = reached.length > 0;
  return {
    item,
    cycle,
    type,
    steps,
    raised,
    decided,
    outcome: deciding?.outcome ?? null,
    decidedBy: deciding?.by ?? null,
    firstStep: firstStepOf(steps, raising)?.at ?? null,
    neededBy: given(item.rows.map((row) => row.neededBy))[0] ?? null,
    communicated: settled('communicate'),
    acted: settled('act'),
    informationWait: informationWaitOf(steps, { from: raised, until: decided ?? setting.asOf }),
    levelDecided: rankOf(design, deciding?.level ?? null),
    intended,
    unclear: anyRight && known ? new Set(known.map(nameOf)).size !== 1 : null,
    emergency: (design?.decisionTypes ?? []).some(({ key, emergency }) => key === type && emergency === true),
    agreeing: rights.length === 0 ? null : new Set(rights.flatMap(({ agree }) => agree)).size,
    escalations: escalationsOf(toDecided, ranks, hasRule),
    sideways: anyLevel ? movesAside(toDecided, ranks) : null,
    depth: intended === null || reached.length === 0 ? null : Math.max(0, Math.max(...reached) - intended),
    layers: layersOf(steps),
    revisits: toDecided.filter(({ kind }) => kind === 'discuss' || kind === 'return').length,
    acting: actingRank(item, design),
    reopened: next?.[0]?.at ?? null,
  };
};

export const decisionsOf = (item: Item, mapping: Mapping, setting: Setting): Decision[] => {
  const { decisions } = mapping;
  if (!decisions) return [];
  const cycles = cyclesOf(stepsOf(item, decisions, setting));
  return cycles.map((steps, i) => decisionOf(item, steps, i, cycles[i + 1], mapping, decisions, setting));
};
