import { chainOf } from '#value/chain/chain.ts';
import { breaksAhead, breaksBehind } from '#value/chain/reach.ts';
import { stubReasons } from '#value/chain/stubs.ts';
import { none, type RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';

/**
 * Every initiative that has begun and every benefit, with where its chain breaks after it and before it: over links that
 * hold on some day up to that on which figures are read, whatever they claim.
 *
 * A benefit has no beginning of its own: it is looked at in every window.
 */
export const chainStandings: RecordTable = {
  name: 'chain_standing',
  columns: {
    kind: 'text',
    thing: 'text',
    team: 'text',
    began: 'double',
    ended: 'double',
    ahead: 'text',
    behind: 'text',
  },
  instants: ['began'],
  happened: (records) =>
    records.model.initiatives.flatMap(({ actualStart = '~' }) =>
      actualStart > todayOf(records) ? [] : [beginOf(actualStart, records)],
    ),
  rows: (records) => {
    const { model } = records;
    const today = todayOf(records);
    const chain = chainOf(model);
    const days = { from: '0000-01-01', to: `${today}~` };
    const [ahead, behind] = [breaksAhead(chain, days, stubReasons(model)), breaksBehind(chain, days)];
    const breaks = (kind: 'initiative' | 'benefit', key: string) => {
      const node = chain.find(kind, key);
      return [node && (ahead.get(node) ?? null), node && (behind.get(node) ?? null)].map((each) => each ?? null);
    };
    return [
      ...model.initiatives.flatMap(({ key, team, actualStart, actualEnd }) =>
        actualStart === undefined || actualStart > today
          ? []
          : [
              [
                'initiative',
                key,
                team ?? none,
                beginOf(actualStart, records),
                actualEnd !== undefined && actualEnd < today ? beginOf(actualEnd, records, 1) : null,
                ...breaks('initiative', key),
              ],
            ],
      ),
      ...model.benefits.map(({ key }) => ['benefit', key, none, null, null, ...breaks('benefit', key)]),
    ];
  },
};
