import type { z } from 'zod';
import type { showInitiative } from '#api/portfolio.ts';

/** An initiative as its page has it. */
export type Initiative = z.output<typeof showInitiative.answer>['initiative'];
