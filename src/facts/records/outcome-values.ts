import type { Cell } from '#engine/table-writer.ts';
import { dueOn, type Outcome } from '#model/outcome.ts';
import { none, type OnRecord, type RecordTable } from './define.ts';
import { beginIfAny, beginOf, todayOf } from './planning.ts';

/**
 * Every measurement of every outcome, in its own unit, with what it began from and what is aimed at; a row without a value
 * for an outcome that nobody measured.
 *
 * A value holds from the beginning of its day until that of the next. `due` is the value that a straight line from the
 * baseline to the target has on its day, the target itself from its day on, and null where the record tells no such line.
 */
export const outcomeValues: RecordTable = {
  name: 'outcome_value',
  columns: {
    outcome: 'text',
    effect: 'text',
    unit: 'text',
    rises: 'boolean',
    baseline: 'double',
    baseline_at: 'double',
    target: 'double',
    target_at: 'double',
    value: 'double',
    measured: 'double',
    replaced: 'double',
    due: 'double',
  },
  instants: ['measured'],
  rows: (records) => records.model.outcomes.flatMap((outcome) => valuesOf(records, outcome)),
  happened: (records) =>
    records.model.outcomes.flatMap((outcome) => measuredOf(records, outcome).map(({ on }) => beginOf(on, records))),
};

const measuredOf = (records: OnRecord, { measurements }: Outcome) =>
  measurements.filter(({ on }) => on <= todayOf(records));

const valuesOf = (records: OnRecord, outcome: Outcome): Cell[][] => {
  const { key, kind, unit, direction, baseline, target } = outcome;
  const about: Cell[] = [
    key,
    kind ?? none,
    unit ?? null,
    direction === undefined ? null : direction === 'up',
    baseline?.value ?? null,
    beginIfAny(baseline?.on, records),
    target?.value ?? null,
    beginIfAny(target?.on, records),
  ];
  const measured = measuredOf(records, outcome);
  if (measured.length === 0) return [[...about, null, null, null, null]];
  return measured.map(({ on, value }, index) => {
    const replaced = beginIfAny(measured[index + 1]?.on, records);
    return [...about, value, beginOf(on, records), replaced, dueOn(outcome, on) ?? null];
  });
};
