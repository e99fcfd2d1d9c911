import type { ModelKind } from '../records.ts';

/**
 * Something that records say and that cannot be so.
 *
 * `index` is the place of the record in the list of its kind, so that two records under one key can be told
 * apart. `field` is a path such as `stages[2].team`. `expected` completes the sentence "expected …".
 */
export type Violation = {
  readonly kind: ModelKind;
  readonly index: number;
  readonly key: string;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly closest?: string | undefined;
};
