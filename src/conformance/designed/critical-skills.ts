import type { DesignModel } from '#model/design-model.ts';
import type { DesignedTable } from '../ground.ts';

/** The critical skills of each design that are demanded, while it was in force; null where the supply or holders are not stated. */
export const criticalSkills: DesignedTable = {
  name: 'critical_skill',
  columns: {
    skill: 'text',
    demand: 'double',
    supply: 'double',
    holders: 'int',
    from_at: 'double',
    until_at: 'double',
  },
  rows: ({ eras }) =>
    eras.flatMap(({ design, from, until }) =>
      demandedOf(design).map(({ key, demandFte = 0, supplyFte, holders }) => [
        key,
        demandFte,
        supplyFte ?? null,
        holders ?? null,
        from,
        until,
      ]),
    ),
};

/** Critical skills of which some are needed. */
export const demandedOf = ({ skills }: DesignModel) =>
  skills.filter(({ critical, demandFte }) => critical && demandFte !== undefined && demandFte > 0);
