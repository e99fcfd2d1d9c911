import type { ChainKind, TracedRecord, UnitTrace } from '#api/value.ts';

type Part = {
  readonly amount: string;
  /** The weakest grades of the ways there, the strongest first: `B, D`. */
  readonly grades: string;
};

/** One record on the way from money to a benefit: what of the benefit goes back to it, and what cost came by it. */
export type WayRow = {
  readonly kind: ChainKind;
  readonly key: string;
  readonly name: string;
  readonly effect: Part | null;
  readonly cost: Part | null;
};

const order: readonly ChainKind[] = ['outcome', 'capability', 'initiative', 'investment'];

/**
 * Every record on the way to a benefit, from the outcomes back to the money. Amounts are those of the two traces and are not
 * derived: what follows a single path through several records could not add up to the cent.
 */
export const waysOf = (effect: UnitTrace | undefined, cost: UnitTrace | undefined, benefit: string): WayRow[] => {
  const [effects, costs] = [partsOf(effect), partsOf(cost)];
  const named = new Map([...(effect?.records ?? []), ...(cost?.records ?? [])].map((record) => [idOf(record), record]));
  return [...named]
    .filter(([, { kind, key }]) => kind !== 'benefit' || key !== benefit)
    .map(([id, { kind, key, name }]) => ({
      kind,
      key,
      name,
      effect: effects.get(id) ?? null,
      cost: costs.get(id) ?? null,
    }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || sizeOf(b) - sizeOf(a));
};

const partsOf = (trace: UnitTrace | undefined): ReadonlyMap<string, Part> =>
  new Map(
    trace?.records?.map((record) => [
      idOf(record),
      { amount: record.amount, grades: record.byGrade.map(({ grade }) => grade).join(', ') },
    ]),
  );

const idOf = ({ kind, key }: Pick<TracedRecord, 'kind' | 'key'>): string => `${kind} ${key}`;

const sizeOf = ({ effect, cost }: WayRow): number => Number(effect?.amount ?? cost?.amount ?? 0);
