import { none, type OnRecord, type RecordTable } from './define.ts';
import { beginOf } from './planning.ts';

/** Every demand that was asked for, with what became of it; an initiative is delivered when the day of its actual end is over. */
export const demands: RecordTable = {
  name: 'demand',
  columns: {
    demand: 'text',
    asked: 'double',
    accepted: 'double',
    initiative: 'text',
    initiative_team: 'text',
    initiative_ended: 'double',
  },
  instants: ['asked', 'accepted', 'initiative_ended'],
  rows: (records) =>
    asked(records).map(({ key, askedAt, acceptedAt, becomes }) => {
      const initiative = records.model.initiatives.find((each) => each.key === becomes?.initiative);
      return [
        key,
        Date.parse(askedAt),
        known(records, acceptedAt === undefined ? undefined : Date.parse(acceptedAt)),
        becomes?.initiative ?? null,
        initiative?.team ?? none,
        known(records, initiative?.actualEnd === undefined ? undefined : beginOf(initiative.actualEnd, records, 1)),
      ];
    }),
};

/** The items that demands became, one a row. */
export const demandItems: RecordTable = {
  name: 'demand_item',
  columns: { demand: 'text', source: 'text', item: 'text' },
  instants: [],
  rows: (records) =>
    asked(records).flatMap(({ key, becomes }) => (becomes?.items ?? []).map(({ source, item }) => [key, source, item])),
};

const asked = ({ model, asOf }: OnRecord) => model.demands.filter(({ askedAt }) => Date.parse(askedAt) <= asOf);

/** Nothing is known of what comes later. */
const known = ({ asOf }: OnRecord, instant: number | undefined): number | null =>
  instant !== undefined && instant <= asOf ? instant : null;
