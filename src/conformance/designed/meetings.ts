import { endsDecided, type Meeting } from '#model/meeting.ts';
import type { Basis, DesignedTable } from '../ground.ts';

/** What stood on the agendas of forums that are meant to decide, and whether it ended in a decision. */
export const agendaItems: DesignedTable = {
  name: 'agenda_item',
  columns: { forum: 'text', held_at: 'double', subject: 'text', kind: 'text', decided: 'boolean' },
  rows: (basis) =>
    sittings(basis)
      .filter(({ purpose }) => purpose === 'decide')
      .flatMap(({ forum, heldAt, agenda }) =>
        agenda.map((item) => [forum, heldAt, item.subject, item.kind, endsDecided(item)]),
      ),
};

/**
 * The meetings that were due in forums with a cadence, each with what came of it: `held` at that instant or missed then;
 * null for a forum of which no meeting is recorded.
 *
 * One is due a cadence after the last one that was held. It is missed once the wait is half a cadence longer than that.
 */
export const dueMeetings: DesignedTable = {
  name: 'due_meeting',
  columns: { forum: 'text', due_at: 'double', held: 'boolean', cadence: 'double' },
  rows: (basis) => [...forumsWithCadence(basis)].flatMap(([forum, standing]) => dueIn(basis, forum, standing)),
};

type Sitting = Pick<Meeting, 'agenda'> & {
  readonly forum: string;
  readonly heldAt: number;
  readonly purpose: string;
};

/** Every meeting by the design in force when it was held, with the purpose that its forum had then. */
const sittings = ({ eras }: Basis): Sitting[] =>
  eras.flatMap(({ design, from, until }) =>
    design.meetings.flatMap(({ forum: key, heldAt, agenda }) => {
      const at = Date.parse(heldAt);
      const forum = design.forums.find((each) => each.key === key);
      return forum && at >= from && at < until ? [{ forum: key, heldAt: at, purpose: forum.purpose, agenda }] : [];
    }),
  );

/** How often a forum is to meet, by the last design that says so, and when the last design that knows it ends. */
type Standing = { readonly cadence: number; readonly until: number };

const forumsWithCadence = ({ eras }: Basis): Map<string, Standing> =>
  new Map(
    eras.flatMap(({ design, until }) =>
      design.forums.flatMap(({ key, cadenceDays }) =>
        cadenceDays === undefined ? [] : [[key, { cadence: cadenceDays * 86_400_000, until }] as const],
      ),
    ),
  );

const dueIn = (basis: Basis, forum: string, { cadence, until }: Standing): (string | number | boolean | null)[][] => {
  const days = cadence / 86_400_000;
  const held = sittings(basis)
    .filter((sitting) => sitting.forum === forum)
    .map(({ heldAt }) => heldAt)
    .sort((a, b) => a - b);
  const [first] = held;
  if (first === undefined) return [[forum, basis.span.from, null, days]];
  const end = Math.min(until, basis.context.asOf);
  return held.flatMap((last, index) => {
    const next = held[index + 1];
    const missed = Math.max(0, Math.round(((next ?? end) - last) / cadence) - 1);
    const gaps = Array.from({ length: missed }, (_, gap) => [forum, last + (gap + 1) * cadence, false, days]);
    return next === undefined ? gaps : [...gaps, [forum, next, true, days]];
  });
};
