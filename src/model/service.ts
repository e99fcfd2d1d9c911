import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Duration } from './duration.ts';
import { exactlyOne, exactlyOneOf } from './exactly-one.ts';
import { Key } from './key.ts';
import { Measurements } from './measurement.ts';
import { StakeholderGroupKey } from './stakeholder-group.ts';
import { TeamKey } from './team.ts';

export const ServiceKey = Key.brand<'service'>();
export type ServiceKey = z.infer<typeof ServiceKey>;

const customers = ['team', 'stakeholderGroup'] as const;
const customer = z.strictObject({ team: TeamKey.optional(), stakeholderGroup: StakeholderGroupKey.optional() });

const promised = {
  target: z.number().gt(0).max(1),
  window: Duration,
};

/**
 * A promise that holds for a share (`target`) of the requests or of the time in each `window`.
 *
 * Availability counts what is answered at all; latency, what is answered `within` a time, such as PT0.3S.
 */
export const ServiceLevel = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('availability'), ...promised }),
  z.strictObject({ measure: z.literal('latency'), within: Duration, ...promised }),
]);
export type ServiceLevel = z.infer<typeof ServiceLevel>;

/** Something that runs and that others rely on. `owner` is who runs it; accountability in time is an ownership. */
export const Service = z
  .strictObject({
    key: ServiceKey,
    ...about,
    owner: TeamKey.optional(),
    internalCustomers: z
      .array(customer.check(exactlyOne<z.infer<typeof customer>>(...customers)).meta(exactlyOneOf(...customers)))
      .default([]),
    serviceLevels: z.array(ServiceLevel).default([]),
    adoption: z.strictObject({ unit: z.string().min(1), measurements: Measurements.default([]) }).optional(),
  })
  .overwrite(namedByKey);
export type Service = z.infer<typeof Service>;
