import { expect, test } from 'vitest';
import { tryApart } from '../tools/break-formulas/apart.ts';
import { least, variantsOf } from '../tools/break-formulas/trial.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** How many wrong formulas of something there are, and how many of them its cases notice. */
    wrong?: { readonly of: string; readonly variants: number; readonly noticed: number; readonly harmless: number };
  }
}

/** Breaks the formulas of metrics, rules and signs, or `most` of each spread over its file, and asks their cases to notice. */
export const brokenFormulasShow = (ids: readonly string[], most?: number): void =>
  test.for(ids)('the cases of %s notice nearly every wrong formula', async (id, { task }) => {
    const outcome = await tryApart(id, most);
    const variants = variantsOf(outcome);
    task.meta.wrong = { of: id, variants, noticed: outcome.noticed, harmless: outcome.harmless };
    expect(outcome.unused).toEqual([]);
    expect(outcome.noticed, JSON.stringify(outcome.survived, undefined, 1)).toBeGreaterThanOrEqual(least * variants);
  });
