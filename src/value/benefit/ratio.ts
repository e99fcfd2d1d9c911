import type { Decimal } from '#model/money.ts';

/** One amount over another as a float, since a rate is no money; null where nothing, or less, stands below the line. */
export const ratioOf = (above: Decimal | null, below: Decimal | null): number | null =>
  above === null || below === null || Number(below) <= 0 ? null : Number(above) / Number(below);
