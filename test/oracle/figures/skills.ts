import type { DesignModel } from '#model/design-model.ts';
import { localDay, midnight } from '../clock.ts';
import type { OracleFacts } from '../oracle.ts';
import { cents, worthOf } from './money.ts';
import type { Figurer, Scope } from './reading.ts';
import { ratio, sum } from './sums.ts';

type Skill = DesignModel['skills'][number];

/** One skill of one design for one of its capabilities, or for none. */
export type Needed = { name: string; design: DesignModel; skill: Skill; capability: string };

export const neededOf = ({ designs }: OracleFacts): Needed[] =>
  designs
    .filter(({ design }) => design.status === 'in-force')
    .flatMap((design) =>
      design.skills.flatMap((skill) => {
        const capabilities = skill.capabilities.length > 0 ? new Set<string>(skill.capabilities) : ['(none)'];
        const name = `${design.design.key} ${skill.key}`;
        return [...capabilities].map((capability) => ({ name, design, skill, capability }));
      }),
    );

export const neededSubject = ({ capability }: Needed, scope: Scope): string => {
  if (scope === 'capability') return capability;
  throw new Error(`a skill has no ${scope}`);
};

/** Each skill once, whatever it is for. */
const once = (cases: readonly Needed[]): Needed[] => [
  ...new Map(cases.map((each): [string, Needed] => [each.name, each])).values(),
];

const isInForce = ({ design: { design } }: Needed, day: string): boolean =>
  (design.from === undefined || design.from <= day) && (design.to === undefined || day < design.to);

export const availability: Figurer<Needed> = ({ cases, window, facts: { asOf, calendar } }) => {
  const day = localDay(Math.min(window.until - 1, asOf), calendar.timeZone);
  const demanded = once(cases).filter((each) => isInForce(each, day) && each.skill.demandFte !== 0);
  const known = demanded.flatMap(({ skill: { supplyFte: supply, demandFte: demand, critical } }) =>
    supply === undefined || demand === undefined ? [] : [{ supply, demand, critical }],
  );
  const covered = (some: typeof known, of: (one: (typeof known)[number]) => number): number | null =>
    ratio(sum(some.map(of)), sum(some.map(({ demand }) => demand)));
  return {
    value: covered(known, ({ supply }) => supply),
    n: known.length,
    also: {
      critical: covered(
        known.filter(({ critical }) => critical),
        ({ supply }) => supply,
      ),
      met: covered(known, ({ supply, demand }) => Math.min(supply, demand)),
      short: known.filter(({ supply, demand }) => supply < demand).length,
      singleHolders: demanded.filter(({ skill }) => skill.holders === 1).length,
      unheld: demanded.filter(({ skill }) => skill.holders === 0).length,
    },
  };
};

export const investment: Figurer<Needed> = ({ cases, window, facts }) => {
  const { asOf, calendar, designs } = facts;
  const [model] = designs;
  const spent = once(cases).flatMap((each) =>
    each.skill.developmentSpend.flatMap(({ period, amount }) => {
      const to = model?.planningPeriods.find(({ key }) => key === period)?.to ?? '';
      const end = midnight(to, calendar.timeZone);
      const last = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
      const isTaken = window.from < end && end <= window.until && end <= asOf && isInForce(each, last);
      return isTaken
        ? [
            {
              coins: worthOf(facts, cents(amount.amount), amount.currency, last, 'average'),
              isCritical: each.skill.critical,
            },
          ]
        : [];
    }),
  );
  const known = spent.flatMap(({ coins, isCritical }) => (coins === null ? [] : [{ coins, isCritical }]));
  const total = (some: typeof known): number => sum(some.map(({ coins }) => coins));
  return { value: ratio(total(known.filter(({ isCritical }) => isCritical)), total(known)), n: known.length, also: {} };
};
