import type { RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';

/** Every exception that was granted from a policy on a day that is told; no other can be placed in a window. */
export const policyExceptions: RecordTable = {
  name: 'policy_exception',
  columns: { policy: 'text', exception: 'text', granted: 'double' },
  instants: ['granted'],
  rows: (records) =>
    records.model.policies.flatMap(({ key, exceptions }) =>
      exceptions.flatMap(({ what, on }) =>
        on !== undefined && on <= todayOf(records) ? [[key, what, beginOf(on, records)]] : [],
      ),
    ),
};
