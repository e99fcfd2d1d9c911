import type { Decision } from '../decision.ts';
import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

type What = Pick<Violation, 'field' | 'found' | 'expected'>;

/**
 * Decisions that correct one which is not signed and can simply be changed, or which another one corrects already; and
 * those that take up again what was never decided.
 */
export const revisions = ({ decisions }: DesignModel): Violation[] => {
  const byKey = new Map<string, Decision>(decisions.map((decision) => [decision.key, decision]));
  return decisions.flatMap((decision, index) => {
    const { key, corrects, reopenedFrom } = decision;
    const rival = decisions.slice(0, index).find((other) => corrects !== undefined && other.corrects === corrects);
    const wrong: What[] = [];
    if (corrects !== undefined && byKey.get(corrects)?.signedAt === undefined && byKey.has(corrects)) {
      wrong.push({ field: 'corrects', found: corrects, expected: 'a decision that is signed' });
    }
    if (corrects !== undefined && rival) {
      wrong.push({ field: 'corrects', found: corrects, expected: `${rival.key}, which corrects it already` });
    }
    if (reopenedFrom !== undefined && byKey.get(reopenedFrom)?.decidedAt === undefined && byKey.has(reopenedFrom)) {
      wrong.push({ field: 'reopenedFrom', found: reopenedFrom, expected: 'a decision that was decided' });
    }
    return wrong.map((what) => ({ kind: 'decision' as const, index, key, ...what }));
  });
};
