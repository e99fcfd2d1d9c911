import type { ChainKind, UnitTrace } from '#api/value.ts';

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
  const named = new Map([...(effect?.nodes ?? []), ...(cost?.nodes ?? [])].map((node) => [node.id, node]));
  return [...named.values()]
    .flatMap(({ id, kind, key, name }) =>
      key === null || (kind === 'benefit' && key === benefit)
        ? []
        : [{ kind, key, name, effect: effects.get(id) ?? null, cost: costs.get(id) ?? null }],
    )
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || sizeOf(b) - sizeOf(a));
};

const partsOf = (trace: UnitTrace | undefined): ReadonlyMap<string, Part> =>
  new Map(
    trace?.nodes.map(({ id, amount, byGrade }) => [
      id,
      { amount, grades: byGrade.map(({ grade }) => grade).join(', ') },
    ]),
  );

const sizeOf = ({ effect, cost }: WayRow): number => Number(effect?.amount ?? cost?.amount ?? 0);
