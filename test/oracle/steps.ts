import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { StepKind } from '#model/kinds.ts';
import { designAt, levelOfKey } from './designs.ts';
import type { Item, Setting } from './items.ts';
import { becomes, listOf, ruleFor } from './names.ts';

type DecisionMapping = NonNullable<Mapping['decisions']>;

export type Step = { kind: StepKind; at: number; by: string | null; level: string | null; outcome: string | null };

/**
 * The level of the one who took a step: by the mapping, else by the design.
 *
 * AMBIGUOUS: the design of which instant. Here: the one in force at the step; its place on the ladder is read later, by
 * the design in force at `raised`. AMBIGUOUS: `keep` in levels. Here: it makes the value itself the level.
 */
const levelOf = (by: string | null, decisions: DecisionMapping, design: DesignModel | null): string | null => {
  if (by === null) return null;
  const rule = ruleFor(decisions.levels?.rules ?? [], by);
  if (rule) return becomes(rule, by);
  return decisions.levels?.keep ? by : levelOfKey(design, by);
};

/**
 * The steps of an item in row order, one a row at most.
 *
 * AMBIGUOUS: whether a step rule's `state` is a raw value or a key. Here: the key of the stage; and a row enters a state
 * only when the one before was another. AMBIGUOUS: "the row's team". Here: the key of the team the item has at that row.
 */
export const stepsOf = (item: Item, decisions: DecisionMapping, setting: Setting): Step[] => {
  const steps: Step[] = [];
  let stage: string | null = null;
  let team: string | null = null;
  for (const row of item.rows) {
    const entered: string | null = row.stage !== null && row.stage.key !== stage ? row.stage.key : null;
    stage = row.stage?.key ?? stage;
    team = row.team ?? team;
    const rule = decisions.steps.find((each) =>
      'activity' in each
        ? row.activity !== null && listOf(each.activity).includes(row.activity)
        : entered !== null && listOf(each.state).includes(entered),
    );
    if (!rule) continue;
    const by = decisions.by === undefined ? team : row.cells[decisions.by] || null;
    const level = levelOf(by, decisions, designAt(setting.designs, row.at, setting.timeZone));
    steps.push({ kind: rule.to, at: row.at, by, level, outcome: rule.outcome ?? null });
  }
  return steps;
};

/**
 * The steps cut into cycles.
 *
 * AMBIGUOUS: a reopening before anything else. Here: no cycle is empty, so it begins the first one.
 */
export const cyclesOf = (steps: readonly Step[]): Step[][] => {
  const cycles: Step[][] = [];
  for (const step of steps) {
    const present = cycles.at(-1);
    const settled = present?.some(({ kind }) => kind === 'communicate' || kind === 'act') ?? false;
    const begins = step.kind === 'reopen' || (step.kind === 'ask' && settled);
    if (!present || begins) cycles.push([step]);
    else present.push(step);
  }
  return cycles;
};
