import type { Benefit } from '#model/benefit.ts';
import type { ChainLink } from '#model/chain-link.ts';
import type { DesignModel } from '#model/design-model.ts';

type Chain = Pick<DesignModel, 'chainLinks' | 'initiatives'>;

/**
 * The class of the initiatives that lead to each benefit, along the chain; none where no initiative does, where one of
 * them has no class, or where they are of several.
 */
export const classesOf = ({ chainLinks, initiatives }: Chain): ReadonlyMap<string, string> => {
  const classes = new Map(initiatives.map((initiative) => [nodeOf({ initiative: initiative.key }), initiative.class]));
  const leading = classesBefore(chainLinks, classes);
  const benefits = new Set(chainLinks.flatMap(({ receiver: { benefit } }) => (benefit === undefined ? [] : [benefit])));
  return new Map<string, string>(
    [...benefits].flatMap((benefit) => {
      const found = leading(nodeOf({ benefit }));
      const [only] = found;
      return found.size === 1 && only !== undefined ? [[benefit, only] as const] : [];
    }),
  );
};

type Class = DesignModel['initiatives'][number]['class'];

/** The classes of all initiatives that lead to something; each record is looked at once, whatever is asked for. */
const classesBefore = (links: readonly ChainLink[], classes: ReadonlyMap<string, Class>) => {
  const into = Map.groupBy(links, ({ receiver }) => nodeOf(receiver));
  const known = new Map<string, Set<Class>>();
  return function before(node: string): ReadonlySet<Class> {
    const found = known.get(node);
    if (found) return found;
    const own = new Set<Class>();
    known.set(node, own);
    for (const { giver } of into.get(node) ?? []) {
      const from = nodeOf(giver);
      if (classes.has(from)) own.add(classes.get(from));
      for (const each of before(from)) own.add(each);
    }
    return own;
  };
};

/** What is of a kind and from where a way along the links leads to something, whatever the days on which links hold. */
export const leadingTo = (
  links: readonly ChainLink[],
  kind: 'investment' | 'initiative',
): ((end: End) => readonly string[]) => {
  const into = Map.groupBy(links, ({ receiver }) => nodeOf(receiver));
  return (end) => {
    const seen = new Set([nodeOf(end)]);
    for (const node of seen) for (const { giver } of into.get(node) ?? []) seen.add(nodeOf(giver));
    return [...seen].flatMap((node) => (node.startsWith(`${kind} `) ? [node.slice(kind.length + 1)] : []));
  };
};

type End = {
  readonly [Kind in 'investment' | 'initiative' | 'capability' | 'outcome' | 'benefit']?: string | undefined;
};

const nodeOf = (end: End): string => {
  const [kind = '', key = ''] = Object.entries(end).find(([, value]) => value !== undefined) ?? [];
  return `${kind} ${key}`;
};

/** Benefits of a kind that work of a class brings are judged by one another; a disbenefit by disbenefits. */
export type Likeness = Pick<Benefit, 'kind' | 'disbenefit'> & { readonly class: string };

/** What a benefit is like; nothing where no class leads to it. */
export const likenessOf = (
  { key, kind, disbenefit }: Benefit,
  classes: ReadonlyMap<string, string>,
): Likeness | undefined => {
  const of = classes.get(key);
  return of === undefined ? undefined : { kind, class: of, disbenefit };
};

/** The other benefits that are like one. */
export const similarTo = (
  benefit: Benefit,
  benefits: readonly Benefit[],
  classes: ReadonlyMap<string, string>,
): Benefit[] => {
  const own = likenessOf(benefit, classes);
  return benefits.filter((other) => {
    const its = likenessOf(other, classes);
    if (other.key === benefit.key || own === undefined || its === undefined) return false;
    return its.kind === own.kind && its.class === own.class && its.disbenefit === own.disbenefit;
  });
};
