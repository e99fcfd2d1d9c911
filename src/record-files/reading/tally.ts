import type { Decimal } from '#model/money.ts';
import type { Stated } from '../cells/stated.ts';
import type { FoundRecord, ReadFile, RejectedRow, Tie } from '../define.ts';
import { ExactSum } from './exact-sum.ts';

/** Why a row of a file adds nothing to a sum, as a tie says it: "without 45 exempt". */
const whys = {
  absent: 'that state none',
  exempt: 'exempt',
  range: 'stated as a range',
  unreadable: 'that cannot be read',
} as const;

/** Adds up one column: what the file states, what of it was taken, and why the other rows add nothing. */
export class Tally {
  readonly #what: string;
  readonly #unit: string;
  readonly #file = new ExactSum();
  readonly #taken = new ExactSum();
  readonly #rest = new Map<string, { rows: number; amount: ExactSum | undefined }>();
  #rows = 0;

  constructor(what: string, unit: string) {
    this.#what = what;
    this.#unit = unit;
  }

  /** A row whose amount is taken as it stands; it is answered, so that the record can say what it adds. */
  take(amount: Decimal): Decimal {
    this.#rows++;
    this.#file.add(amount);
    this.#taken.add(amount);
    return amount;
  }

  /** A row whose amount stands in the file and is not taken. */
  leave(amount: Decimal, why: string): void {
    this.#file.add(amount);
    this.miss(why);
    const rest = this.#rest.get(why);
    if (!rest) return;
    rest.amount ??= new ExactSum();
    rest.amount.add(amount);
  }

  /** A row that adds nothing: because of what its cell says, or for a reason in words. */
  miss(why: Exclude<Stated<Decimal>, { readonly is: 'value' }> | string): void {
    this.#rows++;
    const told = typeof why === 'string' ? why : whys[why.is];
    const known = this.#rest.get(told);
    if (known) known.rows++;
    else this.#rest.set(told, { rows: 1, amount: undefined });
  }

  get tie(): Tie {
    return {
      what: this.#what,
      unit: this.#unit,
      file: this.#file.total,
      taken: this.#taken.total,
      rows: this.#rows,
      rest: [...this.#rest].map(([why, { rows, amount }]) => ({
        why,
        rows,
        ...(amount === undefined ? {} : { amount: amount.total }),
      })),
    };
  }
}

/** The rows of a file whose every row is counted in one of its ties, and told where it is rejected. */
export const rowsIn = (ties: readonly Tie[], { length: rejected }: readonly RejectedRow[]): ReadFile['rows'] => {
  const total = ties.reduce((sum, { rows }) => sum + rows, 0);
  return { total, accepted: total - rejected, rejected };
};

/** A record of which it is known what it adds to the sums of its file: nothing, where it does not say so itself. */
export const counting = (record: FoundRecord): FoundRecord => ({ counts: [], ...record });
