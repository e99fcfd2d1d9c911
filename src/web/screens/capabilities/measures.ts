import { amountIn } from '../../money.ts';
import type { Opened } from '../../opened.ts';
import { valueId, wholeTrace } from '../../value-names.ts';
import { type CapabilityCard, gapOf, levelOf } from './card.ts';

/** What a capability can be coloured by, and what opens it, of all and of one. */
export type Measure = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly read: (card: CapabilityCard) => number | null;
  readonly opens: (card: CapabilityCard) => Opened;
  readonly of: Opened;
};

const cutBy = (id: string): Pick<Measure, 'opens' | 'of'> => ({
  opens: ({ key }) => ({ id, where: { scope: 'capability', key } }),
  of: { id },
});

/** What records state of every capability; an assessment that is too old tells nothing. */
export const statedMeasures = (currency: string): readonly Measure[] => [
  {
    id: 'maturity',
    title: 'Maturity',
    unit: 'level',
    read: levelOf,
    ...cutBy('capability.maturity'),
  },
  {
    id: 'gap',
    title: 'Gap to the target',
    unit: 'level',
    read: gapOf,
    ...cutBy('capability.strategic-gap'),
  },
  {
    id: 'importance',
    title: 'Share of importance',
    unit: 'share',
    read: ({ importanceShare }) => importanceShare,
    ...cutBy('capability.strategic-gap'),
  },
  {
    id: 'spend',
    title: 'Spend',
    unit: currency,
    read: ({ spend }) => {
      const amount = amountIn(spend, currency);
      return amount === null ? null : Number(amount);
    },
    opens: ({ key }) => ({ id: valueId('capability', key) }),
    of: { id: wholeTrace },
  },
];
