import type { Meaning, OpenName } from '#api/names.ts';
import type { StageKind } from '#model/kinds.ts';

/** What a person chose a name to stand for; an empty key is none yet. */
type Choice = { readonly to: string; readonly stage?: StageKind | undefined };

/** A choice of a page for one name of a source. */
export type Choosing = Choice & { readonly source: string; readonly name: Pick<OpenName, 'kind' | 'raw'> };

/** What was chosen and not saved, by source, kind and name. */
export type Chosen = Readonly<Record<string, Choice>>;

const placeOf = (source: string, { kind, raw }: Pick<OpenName, 'kind' | 'raw'>): string =>
  JSON.stringify([source, kind, raw]);

export const chosenOf = (chosen: Chosen, source: string, name: Pick<OpenName, 'kind' | 'raw'>): Choice | undefined =>
  chosen[placeOf(source, name)];

export const withChoice = (chosen: Chosen, { source, name, to, stage }: Choosing): Chosen => ({
  ...chosen,
  [placeOf(source, name)]: { to, stage },
});

/** What a person chose already stays. */
export const withLikely = (chosen: Chosen, likely: readonly Choosing[]): Chosen =>
  likely
    .filter(({ source, name }) => (chosenOf(chosen, source, name)?.to ?? '').trim() === '')
    .reduce(withChoice, chosen);

/** What is chosen for the names of other sources. */
export const withoutSource = (chosen: Chosen, source: string, names: readonly OpenName[]): Chosen => {
  const own = new Set(names.map((name) => placeOf(source, name)));
  return Object.fromEntries(Object.entries(chosen).filter(([place]) => !own.has(place)));
};

/** The names of a source for which a key was chosen, as they are saved. */
export const meaningsOf = (source: string, names: readonly OpenName[], chosen: Chosen): Meaning[] =>
  names.flatMap(({ kind, raw }) => {
    const { to = '', stage } = chosenOf(chosen, source, { kind, raw }) ?? {};
    if (to.trim() === '') return [];
    return [{ kind, raw, to: to.trim(), ...(stage === undefined ? {} : { stage }) }];
  });

/** From how alike on a suggestion can be taken with others at once; each is still shown before it is saved. */
const surely = 0.9;

/** The names of a source whose first suggestion is as good as sure. */
export const likelyOnes = (source: string, names: readonly OpenName[]): Choosing[] =>
  names.flatMap(({ kind, raw, suggestions: [first, second] }) => {
    const isSure = first !== undefined && first.likeness >= surely && first.likeness > (second?.likeness ?? 0);
    return isSure ? [{ source, name: { kind, raw }, to: first.key }] : [];
  });
