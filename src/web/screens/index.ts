import { alignment } from './alignment/alignment.ts';
import { brief } from './brief/brief.ts';
import type { ScreenDefinition } from './define.ts';
import { model } from './model/model.ts';

/** Every screen there is, in the order of the rail. */
export const screens: readonly ScreenDefinition[] = [brief, model, alignment];
