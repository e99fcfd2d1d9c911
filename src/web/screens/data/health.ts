import type { SourceCard } from '#api/sources.ts';

/** How far a source can be believed, as a mark, a word and a colour which all say the same. */
export type Health = 'broken' | 'to-look-at' | 'whole' | 'empty';

/** Something about a source that somebody should look at; `worst` where its figures are not those of its files. */
export type Worry = { readonly what: string; readonly worst: boolean };

/** What is to be said of a source, the worst first; nothing where all of its rows and names are read. */
export const worriesOf = ({ problem, files, late, rows, names, unread }: SourceCard): Worry[] => {
  const inState = (state: SourceCard['files'][number]['state']): number =>
    files.filter((file) => file.state === state).length;
  const all: readonly (Worry | false)[] = [
    problem !== null && { what: problem, worst: true },
    inState('changed') > 0 && { what: `${filesText(inState('changed'))} changed and not taken in`, worst: true },
    inState('new') > 0 && { what: `${filesText(inState('new'))} new and not taken in`, worst: true },
    inState('undone') > 0 && { what: `${filesText(inState('undone'))} taken out again`, worst: false },
    late === true && { what: 'late: rows were to come by now', worst: false },
    rows.rejected > 0 && { what: 'some rows were rejected', worst: false },
    names.some(({ unmapped }) => unmapped > 0) && { what: 'some names have no key', worst: false },
    unread.length > 0 && { what: 'values that decisions are judged by cannot be read', worst: false },
  ];
  return all.filter((worry) => worry !== false);
};

const filesText = (count: number): string => (count === 1 ? 'a file is' : 'files are');

export const healthOf = (card: SourceCard): Health => {
  const worries = worriesOf(card);
  if (worries.some(({ worst }) => worst)) return 'broken';
  if (card.rows.total === 0 && worries.length === 0) return 'empty';
  return worries.length > 0 ? 'to-look-at' : 'whole';
};

export const healthWords: Readonly<
  Record<Health, { readonly mark: string; readonly text: string; readonly look: string }>
> = {
  broken: { mark: '●', text: 'not up to date', look: 'bad' },
  'to-look-at': { mark: '◐', text: 'to be looked at', look: 'warn' },
  whole: { mark: '✓', text: 'read whole', look: 'good' },
  empty: { mark: '–', text: 'no rows yet', look: 'muted' },
};
