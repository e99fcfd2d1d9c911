import { isBlank, type Row } from '../cells/cell.ts';
import type { RejectedRow } from '../define.ts';

/**
 * Refuses a row of text with more cells than there are heads: a delimiter stands in a value (thousands without quotes), and
 * what is behind it would be read as another column.
 */
export const shiftedRow = ({ row, cells }: Row, heads: number): RejectedRow | undefined =>
  cells.slice(heads).every(isBlank)
    ? undefined
    : {
        place: { row },
        found: `${cells.length} cells`,
        expected: `${heads} cells, as there are heads: quotes around a value with the delimiter in it, "1,029.78"`,
      };
