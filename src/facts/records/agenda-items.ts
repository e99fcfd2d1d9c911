import { endsDecided } from '#model/meeting.ts';
import { none, type RecordTable } from './define.ts';

/** Every subject of every meeting that was held, and whether a decision came of it. */
export const agendaItems: RecordTable = {
  name: 'agenda_item',
  columns: {
    meeting: 'text',
    place: 'int',
    forum: 'text',
    held: 'double',
    subject: 'text',
    kind: 'text',
    decided: 'boolean',
    minutes: 'double',
    capability: 'text',
  },
  instants: ['held'],
  rows: ({ model, asOf }) =>
    model.meetings
      .filter(({ heldAt }) => Date.parse(heldAt) <= asOf)
      .flatMap(({ key, forum, heldAt, agenda }) =>
        agenda.map((item, index) => [
          key,
          index + 1,
          forum,
          Date.parse(heldAt),
          item.subject,
          item.kind,
          endsDecided(item),
          item.minutes ?? null,
          item.capability ?? none,
        ]),
      ),
};
