import type { Draft } from '#api/uploads.ts';
import type { MappingEdit, MappingQuestion } from '#model/mapping-edit.ts';

/** Whether a draft says already what an edit would make it say. */
const holds = (edit: MappingEdit, draft: Draft): boolean => {
  switch (edit.what) {
    case 'column': {
      const means = draft.columns.find(({ column }) => column === edit.column)?.means ?? [];
      return means.length === edit.means.length && edit.means.every((meaning) => means.includes(meaning));
    }
    case 'formats':
      return JSON.stringify(edit.formats) === JSON.stringify(draft.formats);
    case 'zone':
      return edit.zone === draft.zone;
    case 'whole-days':
      return draft.wholeDays.includes(edit.column) === edit.whole;
    case 'missing':
      return draft.missing.includes(edit.value);
    case 'encoding':
      return edit.encoding === (draft.encoding ?? 'utf-8');
    case 'decimal':
      return edit.decimal === draft.decimal;
    case 'state':
      return draft.states.some(({ state, kind }) => state === edit.state && kind === edit.kind);
  }
};

/** Which answer to a question a draft goes by; the one that changes nothing where no other holds. */
export const settledAs = ({ choices }: MappingQuestion, draft: Draft): number => {
  const chosen = choices.findIndex(({ edits }) => edits.length > 0 && edits.every((edit) => holds(edit, draft)));
  return chosen >= 0 ? chosen : choices.findIndex(({ edits }) => edits.length === 0);
};

/** The questions that nobody answered yet, most harmful first. */
export const openQuestions = (
  questions: readonly MappingQuestion[],
  { answered, states }: Draft,
): MappingQuestion[] => {
  const settled = states.every(({ kind }) => kind !== null) ? [...answered, ...ofStates] : answered;
  return questions.filter(({ about }) => !settled.includes(about));
};

/** What is asked of states is answered as soon as each of them has a kind. */
const ofStates = ['openStates', 'states'];
