import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Day } from './day.ts';
import { keyedBy, partsKey } from './keyed-by.ts';
import { maturity } from './maturity.ts';

const fields = z.strictObject({
  key: partsKey,
  ...about,
  capability: CapabilityKey,
  on: Day,
  ...maturity,
  assessor: z.string().optional(),
  method: z.string().optional(),
  evidence: z.string().optional(),
});

/** What a capability was found to be on a day. `assessor` is a role or a firm, never a person. */
export const MaturityAssessment = fields
  .overwrite(keyedBy<z.infer<typeof fields>>(({ capability, scale, on }) => [capability, scale, on]))
  .overwrite(namedByKey);
export type MaturityAssessment = z.infer<typeof MaturityAssessment>;

/** Whether an assessment is too old on a day to be relied on: from a year after it. */
export const isStale = ({ on }: Pick<MaturityAssessment, 'on'>, day: Day): boolean => {
  const [year = '', ...rest] = on.split('-');
  return day >= [String(Number(year) + 1).padStart(4, '0'), ...rest].join('-');
};
