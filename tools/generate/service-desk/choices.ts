import { dayOf, type Minute } from './clock.ts';
import { sittingsOf } from './forums.ts';
import type { DeciderKey } from './organisation.ts';
import { initiativeOf, initiatives, quarterOf } from './portfolio.ts';
import { listOn, type PriorityList } from './priorities.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export type ChoiceType = 'initiative-funding' | 'initiative-order';

/** The types of decisions about initiatives, who makes them and within how many days. */
export const choiceTypes = [
  {
    key: 'initiative-funding',
    name: 'Funding of an initiative',
    decides: 'fund',
    decider: 'investment-board',
    within: 30,
  },
  {
    key: 'initiative-order',
    name: 'Order of initiatives',
    decides: 'prioritise',
    decider: 'executive-board',
    within: 60,
  },
] as const satisfies readonly {
  readonly key: ChoiceType;
  readonly decider: DeciderKey;
  readonly [part: string]: unknown;
}[];

/** One decision about initiatives, with all that was said of it. */
export type Choice = {
  readonly key: string;
  readonly type: ChoiceType;
  readonly forum: DeciderKey;
  readonly sitting: Minute;
  readonly raised: Minute;
  readonly decided: Minute;
  /** Initiatives, the favoured one first. */
  readonly options: readonly string[];
  readonly deferred: readonly { readonly initiative: string; readonly costPerMonth?: number }[];
  readonly rationale?: string;
};

/** What the boards decided about initiatives, in order; told by streams of its own. */
export const choicesOf = (world: World, lists: readonly PriorityList[]): Choice[] =>
  choiceTypes.flatMap(({ key: type, decider: forum }) =>
    sittingsOf(forum, (fault) => world.has(fault)).flatMap((sitting, turn) => {
      const random = world.random(`choices ${forum} ${turn}`);
      const many = forum === 'executive-board' ? random.whole(1, 3) : random.whole(1, 2);
      return Array.from({ length: many }, (_, place) =>
        choiceOf({ key: `${type}-${turn + 1}-${place + 1}`, type, forum, sitting }, place, lists, random),
      );
    }),
  );

type Matter = Pick<Choice, 'key' | 'type' | 'forum' | 'sitting'>;

const choiceOf = (matter: Matter, place: number, lists: readonly PriorityList[], random: Random): Choice => {
  const { sitting } = matter;
  const sides = drawn(
    random,
    random.weighted([1, 2, 3], (many) => [1, 6, 3][many - 1] ?? 0),
  );
  const options = random.chance(0.8) ? byPriority(sides, sitting, lists) : sides;
  const waits = options.slice(1).filter(() => random.chance(0.75));
  return {
    ...matter,
    raised: sitting - 1440 * random.whole(6, 35),
    decided: sitting + 15 * (place + 1),
    options,
    deferred: waits.map((initiative) => ({
      initiative,
      ...(random.chance(0.8) ? { costPerMonth: 1000 * random.whole(2, 40) } : {}),
    })),
    ...(random.chance(0.85) ? { rationale: random.pick(reasons) } : {}),
  };
};

const reasons = [
  'It is ready to start and its customers wait for it.',
  'It removes what the others depend on.',
  'Its benefit is due in this year.',
  'The other one would bind the same people.',
];

const drawn = (random: Random, many: number): string[] => {
  const rest = initiatives.map(({ key }) => key);
  return Array.from({ length: many }, () => rest.splice(random.whole(0, rest.length - 1), 1)[0] ?? '');
};

/** As the list of that day has them; what it does not have comes last. */
const byPriority = (sides: readonly string[], sitting: Minute, lists: readonly PriorityList[]): string[] => {
  const day = dayOf(sitting);
  const order = listOn(lists, quarterOf(day)?.key ?? '', day)?.order ?? [];
  const place = (side: string): number => (order.includes(side) ? order.indexOf(side) : order.length);
  return sides.toSorted((a, b) => place(a) - place(b));
};

/** What a decision is about: the initiative that it favours. */
export const subjectOf = ({ options: [favoured = ''] }: Choice) => initiativeOf(favoured);
