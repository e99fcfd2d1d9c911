import { modelInForce } from '#model/model-in-force.ts';
import type { RuleSetting } from '#model/rule-setting.ts';
import type { ConformanceContext } from './context.ts';
import type { Rule } from './define.ts';

/** What the design in force at the instant of reading says about a rule of the product. */
export const settingOf = ({ designs, asOf, timeZone }: ConformanceContext, { id }: Rule): RuleSetting | undefined =>
  modelInForce(designs, asOf, timeZone).ruleSettings.find(({ key }) => key === id);
