import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { StepKind } from '#model/kinds.ts';
import { designAt, levelOfKey } from './designs.ts';
import type { Item, Setting } from './items.ts';
import { becomes, listOf, ruleFor } from './names.ts';

type DecisionMapping = NonNullable<Mapping['decisions']>;

export type Step = { kind: StepKind; at: number; by: string | null; level: string | null; outcome: string | null };

/**
 * The level of the one who took a step: by the mapping, else by the design in force at the step.
 *
 * Its place on the ladder is read later, by the design in force at `raised`.
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
 * A row enters a (raw) state when the one before was another. Without a `by` it is taken by the team the item then has.
 */
export const stepsOf = (item: Item, decisions: DecisionMapping, setting: Setting): Step[] => {
  const steps: Step[] = [];
  let state: string | null = null;
  let team: string | null = null;
  for (const row of item.rows) {
    const entered: string | null = row.state !== state ? row.state : null;
    state = row.state ?? state;
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

/** The steps cut into cycles. None is empty: a reopening before anything else begins the first one. */
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
