import { alignment } from './alignment/alignment.ts';
import { benefits } from './benefits/benefits.ts';
import { brief } from './brief/brief.ts';
import { capabilities } from './capabilities/capabilities.ts';
import { data } from './data/data.ts';
import type { ScreenDefinition } from './define.ts';
import { flow } from './flow/flow.ts';
import { importFile } from './import/import.ts';
import { model } from './model/model.ts';
import { portfolio } from './portfolio/portfolio.ts';
import { value } from './value/value.ts';

/** Every screen there is, in the order of the rail. */
export const screens: readonly ScreenDefinition[] = [
  brief,
  model,
  capabilities,
  flow,
  alignment,
  portfolio,
  value,
  benefits,
  data,
  importFile,
];
