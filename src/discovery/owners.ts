import type { DiscoveredOwner, DiscoveredShare } from '#model/discovery.ts';
import { effectiveNumber } from '#model/statistics/entropy.ts';
import { ratioInterval } from '#model/statistics/ratio-estimator.ts';
import { wilson } from '#model/statistics/wilson.ts';
import { shareOf } from './share.ts';
import type { Work } from './work.ts';
import type { SubjectWork, WorkPart } from './work-parts.ts';

const fewestItems = 5;
const daySeconds = 86_400;

/**
 * Which team does the work on each capability and initiative, and on each item type in logs that know no capabilities.
 *
 * What is shared out is time in active stages; a subject that never was in one is judged by the teams that ended its
 * items. `names` are those under which teams are shown.
 */
export const discoverOwners = ({ subjects, active, ended }: Work, names: readonly string[]): DiscoveredOwner[] =>
  subjects
    .flatMap((subject, code) => {
      const byTime = active.get(code);
      const work = byTime ?? ended.get(code);
      if (!work) return [];
      return [{ ...subject, ...ownership(work, byTime ? 'active-time' : 'items-ended', names) }];
    })
    .sort((a, b) => compare(a.of, b.of) || compare(a.key, b.key));

const ownership = (work: SubjectWork, by: DiscoveredOwner['by'], names: readonly string[]) => {
  const { items, parts } = work;
  const [amount, withoutTeam] = [work.amount.value, work.withoutTeam.value];
  const unit = by === 'active-time' ? daySeconds : 1;
  const teams = [...parts.values()]
    .map((part) => ({
      team: names[part.label] ?? '',
      items: part.items,
      amount: part.amount.value / unit,
      share: by === 'active-time' ? shareOfTime(part, work) : shareOf(part.items, items),
    }))
    .sort((a, b) => b.amount - a.amount || compare(a.team, b.team));
  const enough = items >= fewestItems;
  return {
    by,
    items,
    amount: amount / unit,
    covered: amount / (amount + withoutTeam),
    owner: enough ? (teams[0]?.team ?? null) : null,
    runnerUp: enough ? (teams[1]?.team ?? null) : null,
    effectiveTeams: enough ? effectiveNumber(teams.map((team) => team.amount)) : null,
    ...(enough ? {} : { missing: `not enough data: ${items} of at least ${fewestItems} items` }),
    teams,
  };
};

/**
 * A team's share of the time: a ratio of sums over items. When one team has all of it the items do not differ and the
 * interval would have no width; the score interval of as many items then says how little few items prove.
 */
const shareOfTime = (part: WorkPart, { parts, items, amount, xx }: SubjectWork): DiscoveredShare => {
  if (parts.size === 1) return { value: 1, ...wilson(items, items), n: items };
  const value = part.amount.value / amount.value;
  const ratio = ratioInterval({
    n: items,
    sumX: amount.value,
    sumY: part.amount.value,
    sumXX: xx.value,
    sumYY: part.yy.value,
    sumXY: part.xy.value,
  });
  if (ratio === null) return { value, lower: null, upper: null, n: items };
  return { value, lower: Math.max(0, ratio.lower), upper: Math.min(1, ratio.upper), n: items };
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
