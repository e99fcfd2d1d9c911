import { csv } from './csv.ts';
import type { Exporter } from './define.ts';
import { xes } from './xes.ts';

/** The formats that logs go out in. */
export const exporters: readonly Exporter[] = [csv, xes];
