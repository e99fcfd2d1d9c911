import type { Mapping } from '#mapping/mapping.ts';
import type { Items } from './items.ts';
import { knownNames } from './known-columns.ts';
import { best, type Profile, rank, share } from './profile.ts';

export type Part = Exclude<
  keyof Mapping['columns'],
  'item' | 'at' | 'created' | 'ended' | 'started' | 'promised' | 'order'
>;

/** What each further column is called, the likeliest names first. */
const names: Readonly<Record<Part, readonly RegExp[]>> = {
  state: [
    knownNames('state'),
    /^(state|status|stage|phase)$/u,
    /^[\p{L}\d]+ (state|status|stage|phase)$/u,
    /(^| )(state|status|stage|phase|zustand)( |$)/u,
  ],
  team: [
    knownNames('team'),
    /^(team|assignment group|assigned group|support group|assigned team|owning team|team name|group name|org group)$/u,
    /(^| )(team|squad|queue)( name)?$/u,
    /(^| )(group|department|unit|gruppe|abteilung)( name)?$/u,
    /^org role$/u,
  ],
  person: [
    knownNames('person'),
    /^org resource$/u,
    /^(assigned to|assignee)( name)?$/u,
    /(^| )(assignee|assigned|resource|owner|responsible|handler|agent|bearbeiter)( |$)/u,
    /^handled by$/u,
  ],
  actor: [
    knownNames('actor'),
    /^(actor|updated by|changed by|modified by|sys updated by|author|performed by|done by|user)( name)?$/u,
    /(^| )(actor|updated by|changed by|modified by|author|user)( |$)/u,
    /^(approver|approved by|decided by)( name)?$/u,
  ],
  activity: [
    /^(activity|concept name|activity name|event name|task name)$/u,
    /(^| )(activity|action|operation|event|aktivitat|aktivität)( |$)/u,
  ],
  type: [
    knownNames('type'),
    /^(type|item type|issue type|issuetype|case type|request type|work item type|ticket type)$/u,
    /^(category|kind|case type.*)$/u,
  ],
  capability: [/^(business )?capability( name| key| id)?$/u],
  initiative: [/^initiative( name| key| id)?$/u],
  priority: [knownNames('priority'), /(^| )(priority|priorität)$/u],
  channel: [knownNames('channel'), /^contact channel$/u, /(^| )channel$/u],
  parent: [knownNames('parent'), /^parent( (id|key|number|issue|issue id|ticket|case))?$/u, /(^| )parent( |$)/u],
  title: [knownNames('title'), /^name$/u],
  lifecycle: [/^lifecycle transition$/u, /^lifecycle$/u, /^transition$/u],
  instance: [/^concept instance$/u, /^activity instance( id)?$/u],
};

/** Whether a column is called as a part is called by the tools that are known, and not only likely to be it. */
export const isKnownAs = (part: Part, { words }: Profile): boolean => rank(words, names[part]) === 1;

/** Parts whose values should be few, since people choose them from a list. */
const chosen: ReadonlySet<string> = new Set(['state', 'team', 'activity', 'type', 'priority', 'channel']);
const people: ReadonlySet<string> = new Set(['person', 'actor']);

/**
 * Which column stands for which part, by name and content. A column stands for one part only.
 *
 * `taken` are those that already stand for something; `personal` those that may hold people, who are nothing else.
 */
export const guessColumns = (
  profiles: readonly Profile[],
  items: Items,
  taken: ReadonlySet<Profile>,
  personal: ReadonlySet<Profile>,
): Partial<Record<Part, Profile>> => {
  const found: Partial<Record<Part, Profile>> = {};
  const used = new Set(taken);
  for (const part of Object.keys(names) as Part[]) {
    const candidates = profiles.filter((profile) => !used.has(profile) && personal.has(profile) === people.has(part));
    const profile = best(candidates, (candidate) => suits(part, candidate, items));
    if (!profile) continue;
    found[part] = profile;
    used.add(profile);
  }
  return found;
};

/** What stood in a column before, why, since when: beside what a part of the row is now. */
const besideIt =
  /^(from|old|previous|prior|before|vorheriger?|alter) |(^| )(reason|changed|duration|before|from|grund|dauer)$/u;

/** In XES what is said of the case as a whole is so of no row in particular: who acts is said of events. */
const ofCase = /^case:/u;

const suits = (part: Part, profile: Profile, items: Items): number => {
  if (besideIt.test(profile.words) || (part === 'actor' && ofCase.test(profile.name))) return 0;
  const named = rank(profile.words, names[part]);
  if (named === 0 || profile.values.size === 0) return 0;
  if (chosen.has(part) && !areChosen(profile)) return 0;
  // A state or an activity that never changes within an item is a trait of the item.
  const changes = part === 'state' || part === 'activity' ? (items.isList ? 0.5 : items.varying(profile)) : 0;
  if ((part === 'state' || part === 'activity') && changes < 0.02) return 0;
  return named + changes + profile.filled * 0.1;
};

const areChosen = (profile: Profile): boolean => {
  const rows = [...profile.values.values()].reduce((sum, count) => sum + count, 0);
  if (share(profile, (value) => /^(true|false|[01])$/iu.test(value)) === 1) return false;
  return profile.values.size <= Math.max(20, Math.min(2000, rows / 3));
};

/** The column whose number counts an item's rows, which settles the order of rows at one moment. */
export const guessOrder = (
  profiles: readonly Profile[],
  items: Items,
  time: (row: readonly string[]) => number | undefined,
): Profile | undefined =>
  best(profiles, (profile) => {
    if (items.isList || profile.filled < 0.98 || share(profile, (value) => /^-?\d{1,15}$/u.test(value)) < 1) return 0;
    const { level, rising } = items.steps(profile, time);
    if (level < 0.98 || rising < 0.5) return 0;
    const named = /(^| )(mod count|seq|sequence|version|revision|rev|order|position|step|nr|no|index)( |$)/u.test(
      profile.words,
    );
    return rising + (named ? 0.5 : 0);
  });
