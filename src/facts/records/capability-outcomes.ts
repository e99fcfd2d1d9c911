import type { RecordTable } from './define.ts';
import { beginIfAny } from './planning.ts';

/** Which share of the money that comes to a capability goes on to which outcome, by each link that claims any, while it holds. */
export const capabilityOutcomes: RecordTable = {
  name: 'capability_outcome',
  columns: { capability: 'text', outcome: 'text', share: 'double', holds_from: 'double', holds_until: 'double' },
  instants: [],
  rows: (records) =>
    records.model.chainLinks.flatMap(({ giver: { capability }, receiver: { outcome }, passes = 0, from, to }) => {
      if (capability === undefined || outcome === undefined || passes === 0) return [];
      return [[capability, outcome, passes, beginIfAny(from, records), beginIfAny(to, records)]];
    }),
};
