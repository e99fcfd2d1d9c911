import { aimRows, capabilityAims as aims } from '#facts/records/capability-aims.ts';
import { ratingRows, capabilityRatings as ratings } from '#facts/records/capability-ratings.ts';
import { worthRows } from '#facts/records/capability-weights.ts';
import type { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Basis, DesignedTable } from '../ground.ts';

/** The maturity that is aimed at. */
export const capabilityAims: DesignedTable = {
  name: 'capability_aim',
  columns: aims.columns,
  rows: (basis) => aimRows(onRecord(basis).model),
};

/** What capabilities were found to be, assessment by assessment. */
export const capabilityRatings: DesignedTable = {
  name: 'capability_rating',
  columns: ratings.columns,
  rows: (basis) => ratingRows(onRecord(basis)),
};

/** What capabilities are worth to the goals, in each stretch of time for which goals have weights. */
export const capabilityWorths: DesignedTable = {
  name: 'capability_worth',
  columns: { from_at: 'double', until_at: 'double', capability: 'text', worth: 'double' },
  rows: (basis) => worthRows(onRecord(basis)),
};

/** Whether the strategy says what capabilities have to be, and how much they matter. */
export const aimsAtStrength = ({ capabilities, goals, goalCapabilities }: DesignModel): boolean =>
  capabilities.some(({ maturityTarget }) => maturityTarget !== undefined) &&
  goals.some(({ weights }) => weights.some(({ weight }) => weight > 0)) &&
  goalCapabilities.some(({ importance }) => importance > 0);

const onRecord = ({ context: { designs, timeZone, asOf } }: Basis) => ({
  model: modelInForce(designs, asOf, timeZone),
  timeZone,
  asOf,
});
