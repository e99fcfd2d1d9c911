import { z } from 'zod';
import { Key } from './key.ts';

/**
 * How well a capability is mastered, from 0 to 5 on a named scale.
 *
 * The scale always stands beside the level: what one calls 3, another calls 4, and levels of two scales are never mixed.
 */
export const maturity = { level: z.number().min(0).max(5), scale: Key };
