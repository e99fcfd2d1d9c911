import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Day } from './day.ts';
import { exactlyOne, exactlyOneOf, theOne } from './exactly-one.ts';
import { InitiativeKey } from './initiative.ts';
import { InvestmentKey } from './investment.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { RoleKey } from './role.ts';

const fundable = ['initiative', 'investment'] as const;

const fields = z.strictObject({
  key: partsKey,
  ...about,
  initiative: InitiativeKey.optional(),
  investment: InvestmentKey.optional(),
  grantedBy: RoleKey,
  on: Day,
  until: Day.optional(),
  reason: z.string().trim().min(1, 'the reason why it may be funded all the same'),
});

type Fields = z.infer<typeof fields>;

/** What may be funded all the same: its kind and its key. */
export const overriddenBy = (override: Fields) => theOne(override, fundable);

const partsOf = (override: Fields) => {
  const { kind, key } = overriddenBy(override);
  return [kind, key, override.on];
};

/**
 * That something may be funded although its baseline, measure or business owner is missing: who said so in which role, when
 * and why. It holds from its day on, up to but not including `until` where that is stated.
 */
export const GateOverride = fields
  .check(exactlyOne<Fields>(...fundable))
  .check(({ value: { on, until }, issues }) => {
    if (until === undefined || on < until) return;
    issues.push({
      code: 'custom',
      input: until,
      path: ['until'],
      message: `a day after ${on}, on which it was granted`,
    });
  })
  .overwrite(keyedBy<Fields>(partsOf))
  .overwrite(namedByKey)
  .meta(exactlyOneOf(...fundable));
export type GateOverride = z.infer<typeof GateOverride>;
