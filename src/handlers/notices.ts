import type { Applied } from './applying.ts';

/** What a reader of figures has to know when files and store do not say the same: which word the figures follow. */
export const noticesOf = ({ kept, conflicts, problems }: Applied): string[] => [
  ...problems.map((problem) => `The files are not applied, figures follow the store: ${problem}.`),
  ...kept
    // No figure follows from a dispute.
    .filter(({ kind }) => kind !== 'dispute')
    .map(
      ({ kind, key }) =>
        `The ${kind} ${key} was edited in the store, not in the files: "throughline export model" writes it there.`,
    ),
  ...conflicts.flatMap(({ fields }) =>
    fields.map(({ text }) => `Edited at both doors, figures follow the store: ${text}. ${howToSettle}`),
  ),
];

export const howToSettle = '"throughline apply --take files" or "--take store" settles it.';
