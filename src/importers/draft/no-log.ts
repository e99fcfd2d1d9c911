import type { guessColumns } from './columns-guess.ts';
import { type Profile, share } from './profile.ts';
import type { TimeColumn } from './time-guess.ts';
import type { TimeRoles } from './time-roles.ts';

const money = /(^| )(cost|costs|price|prices|spend|spending|fee|fees|billed|invoiced|revenue|kosten|preis)( |$)/u;
const caseNames = /(^| )(case|item|ticket|incident|issue|request|task|order|change|problem|story|vorgang|fall)( |$)/u;
const fewestMoney = 3;
const manyTimes = 3;

/** Why a table is one of costs, by its columns alone; undefined where it may be a log. */
export const costTable = (profiles: readonly Profile[]): string | undefined => {
  const costs = profiles.filter(
    (profile) => money.test(profile.words) && share(profile, (value) => /^-?\d[\d.,']*(e-?\d+)?$/iu.test(value)) > 0.9,
  );
  if (costs.length < fewestMoney || profiles.some(({ words }) => caseNames.test(words))) return undefined;
  const shown = costs.slice(0, 3).map(({ name }) => name);
  return `${costs.length} of its columns hold costs or prices (${shown.join(', ')}) and none names a ticket, a case or another item of work, so its rows are costs and not steps of work`;
};

/**
 * Why a table with items and times says nothing of work: none of its columns tells what happened, or who had it. Where it has
 * many times, each column of them is something that happened.
 *
 * That an item was opened at one time and ended at another is told by a list of tasks, without a word for it.
 */
export const nothingHappens = (
  item: Profile,
  { at, created, ended }: TimeRoles,
  { state, activity, team, person, actor }: ReturnType<typeof guessColumns>,
  dated: readonly TimeColumn[],
): string | undefined => {
  if (state ?? activity ?? team ?? person ?? actor ?? created ?? ended) return undefined;
  const times = dated.map(({ profile }) => profile.name);
  return times.length >= manyTimes
    ? `${times.length} of its columns hold times (${times.slice(0, 4).join(', ')} …) and none says what happened: give each time a row of its own, with ${item.name} and the name of its column as the state`
    : `${item.name} may name an item and ${at.profile.name} a time, but no column says what happened: a state that changes, an activity, a team or a person`;
};
