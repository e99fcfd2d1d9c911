import type { Case, CaseSpec, DecisionTypeKey } from './case.ts';
import { pathOf } from './case-paths.ts';
import { workOn } from './case-work.ts';
import { closeOfWork } from './clock.ts';
import type { DeciderKey } from './organisation.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

type Asked = Pick<CaseSpec, 'type' | 'team' | 'ticket' | 'category'> & { readonly name: string };

/** Opens a case of a type about what chance says, and sends it on its way. */
export const ask = (world: World, { name, ...asked }: Asked): Case => {
  const random = world.random(`${asked.type} ${name}`);
  const about = matters[asked.type](random);
  const neededBy = closeOfWork(world.now, random.whole(3, 25));
  const opened = world.openCase({ amount: null, risk: null, regulated: null, ...about, ...asked, neededBy });
  world.scheduler.start(pathOf(workOn(world, opened, random)));
  return opened;
};

type Matter = Pick<CaseSpec, 'intended'> & Partial<Pick<CaseSpec, 'amount' | 'risk' | 'regulated'>>;

const matters: Readonly<Record<DecisionTypeKey, (random: Random) => Matter>> = {
  'change-approval': (random) => {
    const risk = random.weighted(
      ['low', 'medium', 'high'] as const,
      (each) => ({ low: 35, medium: 45, high: 20 })[each],
    );
    const intended = { low: 'team-lead', medium: 'change-manager', high: 'change-advisory-board' } as const;
    return { risk, intended: intended[risk] };
  },
  purchase: (random) => {
    const amount = random.around(7000, 1.6);
    return { amount, intended: spender(amount) };
  },
  access: (random) => {
    const regulated = random.chance(0.35);
    return { regulated, intended: regulated ? 'security-officer' : 'team-lead' };
  },
  'architecture-exception': () => ({ intended: 'architecture-board' }),
  'data-release': () => ({ intended: null }),
};

const spender = (amount: number): DeciderKey => {
  if (amount < 5000) return 'team-lead';
  if (amount < 50_000) return 'department-head';
  return amount < 250_000 ? 'investment-board' : 'executive-board';
};
