import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { isStale, type MaturityAssessment } from '#model/maturity-assessment.ts';
import { holdsOn } from '#model/period.ts';
import type { StrategyOn } from './strategy.ts';

/** How well a capability is mastered on one scale on a day, and how well it should be. */
export type MaturityOn = {
  readonly scale: string;
  /** The latest assessment by the day; none where there is only a target. */
  readonly latest: MaturityAssessment | undefined;
  readonly stale: boolean | undefined;
  readonly target: number | undefined;
  /** Target less level; negative where more is mastered than has to be. */
  readonly gap: number | undefined;
};

/** Scale by scale: levels of two scales never meet. */
export const maturityOn = (model: DesignModel, capability: string, day: Day): MaturityOn[] => {
  const target = model.capabilities.find(({ key }) => key === capability)?.maturityTarget;
  const own = model.maturityAssessments.filter((each) => each.capability === capability && each.on <= day);
  const scales = new Set<string>([...own.map(({ scale }) => scale), ...(target ? [target.scale] : [])]);
  return [...scales].map((scale) => {
    const [latest] = own.filter((each) => each.scale === scale).toSorted((a, b) => (a.on < b.on ? 1 : -1));
    const aim = target?.scale === scale ? target.level : undefined;
    return {
      scale,
      latest,
      stale: latest && isStale(latest, day),
      target: aim,
      // Tenths of a level are what assessors state; a difference of two is no longer one in binary.
      gap: latest && aim !== undefined ? Math.round((aim - latest.level) * 1e6) / 1e6 : undefined,
    };
  });
};

/** The highest importance of a capability for a goal that weighs anything; undefined where none is stated. */
export const importanceOf = (model: DesignModel, capability: string, { period }: StrategyOn): number | undefined => {
  const weighed = new Set<string>(
    model.goals
      .filter(({ weights }) => weights.some((each) => each.period === period && each.weight > 0))
      .map(({ key }) => key),
  );
  const own = model.goalCapabilities.filter((each) => each.capability === capability && weighed.has(each.goal));
  return own.length === 0 ? undefined : Math.max(...own.map(({ importance }) => importance));
};

/** Who owns a record on a day, those who answer for it first. */
export const ownersOn = (
  { ownerships }: DesignModel,
  kind: 'capability' | 'initiative',
  key: string,
  day: Day,
): { readonly team: string; readonly as: 'accountable' | 'contributing' }[] =>
  ownerships
    .filter((each) => each[kind] === key && holdsOn(each, day))
    .map(({ team, as }) => ({ team, as }))
    .toSorted((a, b) => a.as.localeCompare(b.as));
