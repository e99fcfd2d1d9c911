import { alignment } from './alignment/alignment.ts';
import { brief } from './brief/brief.ts';
import { data } from './data/data.ts';
import type { ScreenDefinition } from './define.ts';
import { flow } from './flow/flow.ts';
import { importFile } from './import/import.ts';
import { model } from './model/model.ts';

/** Every screen there is, in the order of the rail. */
export const screens: readonly ScreenDefinition[] = [brief, model, flow, alignment, data, importFile];
