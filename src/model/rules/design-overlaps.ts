import type { Design } from '../design.ts';
import { inWords, overlap } from '../period.ts';
import type { Violation } from './violation.ts';

/** Designs that are in force on a day on which another one already is. */
export const designOverlaps = (designs: readonly Design[]): Violation[] =>
  designs.flatMap((design, index) => {
    if (design.status !== 'in-force') return [];
    const rival = designs.slice(0, index).find((earlier) => earlier.status === 'in-force' && overlap(earlier, design));
    if (!rival) return [];
    return [
      {
        kind: 'design' as const,
        index,
        key: design.key,
        field: 'status',
        found: `in-force, ${inWords(design)}`,
        expected: `one design in force at a time: ${rival.key} is in force ${inWords(rival)}`,
      },
    ];
  });
