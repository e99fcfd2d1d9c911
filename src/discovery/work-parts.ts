import { ExactSum } from './exact-sum.ts';

/** What one team did on one subject. */
export type WorkPart = {
  readonly label: number;
  items: number;
  readonly amount: ExactSum;
  /** Σy² and Σxy over items, y being this team's part of an item and x that of all teams. */
  readonly yy: ExactSum;
  readonly xy: ExactSum;
};

/** All that was done on one subject; `amount`, `items` and `xx` (Σx²) are of work that a team had. */
export type SubjectWork = {
  readonly parts: Map<number, WorkPart>;
  items: number;
  readonly amount: ExactSum;
  readonly xx: ExactSum;
  readonly withoutTeam: ExactSum;
};

const noWork = (): SubjectWork => ({
  parts: new Map(),
  items: 0,
  amount: new ExactSum(),
  xx: new ExactSum(),
  withoutTeam: new ExactSum(),
});

const noPart = (label: number): WorkPart => ({
  label,
  items: 0,
  amount: new ExactSum(),
  yy: new ExactSum(),
  xy: new ExactSum(),
});

/**
 * Adds up who did how much on what, item by item; `label` −1 is work that no team had.
 *
 * What is added for one item must come in one go, because its parts are only known when it is over.
 */
export class WorkParts {
  readonly bySubject = new Map<number, SubjectWork>();
  readonly #own = new Map<number, number>();
  #item = -1;
  #subject = -1;

  add(item: number, subject: number, label: number, amount: number): void {
    if (item !== this.#item) this.close();
    this.#item = item;
    this.#subject = subject;
    if (amount > 0) this.#own.set(label, (this.#own.get(label) ?? 0) + amount);
  }

  /** Ends the last item; until then it is not in the sums. */
  close(): void {
    if (this.#own.size === 0) return;
    const work = this.bySubject.get(this.#subject) ?? noWork();
    this.bySubject.set(this.#subject, work);
    work.withoutTeam.add(this.#own.get(-1) ?? 0);
    this.#own.delete(-1);
    let x = 0;
    for (const amount of this.#own.values()) x += amount;
    for (const [label, y] of this.#own) {
      const part = work.parts.get(label) ?? noPart(label);
      work.parts.set(label, part);
      part.items++;
      part.amount.add(y);
      part.yy.add(y * y);
      part.xy.add(x * y);
    }
    if (this.#own.size > 0) work.items++;
    work.amount.add(x);
    work.xx.add(x * x);
    this.#own.clear();
  }
}
