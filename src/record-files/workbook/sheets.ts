import { kinds, type ModelKind, recordKinds } from '#model/records.ts';
import { capital, inWords, type KindTables, type ListTable } from '../columns/column.ts';

/** Kinds that a portfolio office fills in: their sheets are there also when nothing stands in them. */
export const usualKinds: readonly ModelKind[] = [
  'planning-period',
  'goal',
  'capability',
  'goal-capability',
  'maturity-assessment',
  'investment',
  'initiative',
  'outcome',
  'benefit',
  'chain-link',
  'priority-list',
  'role',
  'team',
];

/** Kinds in the order of their sheets. Answers to surveys are nobody's to edit, and never leave the workspace. */
export const sheetKinds: readonly ModelKind[] = [
  'design',
  ...usualKinds,
  ...kinds.filter((kind) => kind !== 'response' && !usualKinds.includes(kind)),
];

/** What the sheet of a kind is called: "Goal capabilities". */
export const kindSheet = (kind: ModelKind): string =>
  capital(inWords(kind === 'design' ? 'design' : recordKinds[kind].plural));

/** What the sheet of a list inside the records of a kind is called: "Investment spend". */
export const listSheet = ({ kind }: Pick<KindTables, 'kind'>, { path }: Pick<ListTable, 'path'>): string =>
  `${capital(inWords(kind))} ${path.map(inWords).join(' ')}`;

/** The head of the column in which the sheet of a list names the record of each entry. */
export const recordHead = (kind: ModelKind): string => capital(inWords(kind));

export const readMe = 'Read me';
/** A sheet that nobody sees: what may be chosen in columns of the others. */
export const choiceSheet = 'Choices';
