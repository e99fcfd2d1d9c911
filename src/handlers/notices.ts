import type { Applied } from './applying.ts';

/** What a reader of figures has to know when files and store do not say the same: which word the figures follow. */
export const noticesOf = ({
  kept,
  conflicts,
  problems,
}: Pick<Applied, 'kept' | 'conflicts' | 'problems'>): string[] => [
  ...problems.map((problem) => `The files are not applied, figures follow the store: ${problem}.`),
  // No figure follows from a dispute.
  ...editedInStore(kept.filter(({ kind }) => kind !== 'dispute')),
  ...conflicts.flatMap(({ fields }) =>
    fields.map(({ text }) => `Edited at both doors, figures follow the store: ${text}. ${howToSettle}`),
  ),
];

/** So many records are named one by one; a table that was taken in has thousands. */
const mostNamed = 5;

const editedInStore = (kept: Applied['kept']): string[] => {
  const [first] = kept;
  if (first && kept.length > mostNamed) {
    const count = kept.length.toLocaleString('en');
    return [
      `${count} records were edited in the store, not in the files, the ${first.kind} ${first.key} among them: "throughline export model" writes them there.`,
    ];
  }
  return kept.map(
    ({ kind, key }) =>
      `The ${kind} ${key} was edited in the store, not in the files: "throughline export model" writes it there.`,
  );
};

export const howToSettle = '"throughline apply --take files" or "--take store" settles it.';
