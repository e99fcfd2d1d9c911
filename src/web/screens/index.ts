import { alignment } from './alignment/alignment.ts';
import { brief } from './brief/brief.ts';
import type { ScreenDefinition } from './define.ts';
import { importFile } from './import/import.ts';

/** Every screen there is, in the order of the rail. */
export const screens: readonly ScreenDefinition[] = [brief, alignment, importFile];
