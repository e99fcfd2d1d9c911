import { csv } from './csv/csv.ts';
import type { Importer } from './define.ts';
import { xes } from './xes/xes.ts';

/** The formats that logs are read from, in the order in which a file is tried. */
export const importers: readonly Importer[] = [csv, xes];
