import type { Cell } from '#engine/table-writer.ts';
import { dayBefore } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import { holdsOn } from '#model/period.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import { minorUnitsIn } from './amounts.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { beginIfAny, beginOf } from './planning.ts';

/** Every skill in every design that judges evidence, from when until when that does: null where it ever did, or still does. */
export const skills: RecordTable = {
  name: 'skill_need',
  columns: {
    design: 'text',
    in_force_from: 'double',
    in_force_until: 'double',
    skill: 'text',
    critical: 'boolean',
    demand: 'double',
    supply: 'double',
    holders: 'int',
  },
  instants: [],
  rows: (records) =>
    designsInForce(records).flatMap(({ design, skills: needed }) => {
      const [from, until] = [beginIfAny(design.from, records), beginIfAny(design.to, records)];
      return needed.map(({ key, critical, demandFte, supplyFte, holders }): Cell[] => [
        design.key,
        from,
        until,
        key,
        critical,
        demandFte ?? null,
        supplyFte ?? null,
        holders ?? null,
      ]);
    }),
};

/** Which capabilities a skill is needed for. */
export const skillCapabilities: RecordTable = {
  name: 'skill_capability',
  columns: { design: 'text', skill: 'text', capability: 'text' },
  instants: [],
  rows: (records) =>
    designsInForce(records).flatMap(({ design, skills: needed }) =>
      needed.flatMap(({ key, capabilities }) => [...new Set(capabilities)].map((each) => [design.key, key, each])),
    ),
};

/**
 * What was spent on people learning a skill, or coming with it, period by period: as stated, and in whole smallest coins of the
 * currency of totals by the average rate of the period's last day. Of designs that follow each other, the one in force then
 * says it.
 */
export const skillSpend: RecordTable = {
  name: 'skill_spend',
  columns: {
    design: 'text',
    skill: 'text',
    critical: 'boolean',
    period: 'text',
    period_ended: 'double',
    amount: 'text',
    currency: 'text',
    spent: 'double',
  },
  instants: [],
  rows: (records) => {
    const minorUnits = minorUnitsIn(records);
    const periods = new Map<string, PlanningPeriod>(records.model.planningPeriods.map((each) => [each.key, each]));
    return designsInForce(records).flatMap(({ design, skills: needed }) =>
      needed.flatMap(({ key, critical, developmentSpend }) =>
        developmentSpend.flatMap(({ period, amount }): Cell[][] => {
          const { to } = periods.get(period) ?? {};
          const last = to && dayBefore(to);
          if (to === undefined || last === undefined || !holdsOn(design, last)) return [];
          const spent = minorUnits(amount, last, 'average');
          return [[design.key, key, critical, period, beginOf(to, records), amount.amount, amount.currency, spent]];
        }),
      ),
    );
  },
};

const designsInForce = ({ designs }: OnRecord): DesignModel[] =>
  designs.filter(({ design }) => design.status === 'in-force');
