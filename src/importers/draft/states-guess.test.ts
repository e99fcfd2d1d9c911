import { expect, test } from 'vitest';
import { guessStates } from './states-guess.ts';

const kindsOf = (states: string): (string | undefined)[] =>
  guessStates(states.split(', ')).rules.map(({ kind }) => kind);

test.each([
  ['new', 'New, To Do, Backlog, Proposed, Neu, Zu erledigen, Angelegt, Erfasst'],
  [
    'queue',
    'Pending, On Hold, Awaiting User Info, Selected for Development, Wartend, Wartet auf Kunde, Zurückgestellt',
  ],
  [
    'queue',
    'In Wartestellung, Blockiert, Warten zur Erinnerung, warten auf erfolgreich schließen, Anstehend, pending auto close+',
  ],
  ['active', 'In Progress, Doing, In Bearbeitung, In Arbeit, In Umsetzung, Wird bearbeitet'],
  ['decision', 'In Review, Waiting for approval, Zur Freigabe, Wartet auf Genehmigung'],
  [
    'done',
    'Resolved, Closed, Solved, closed successful, Gelöst, Geschlossen, erfolgreich geschlossen, Erledigt, Fertig',
  ],
  ['cancelled', 'Rejected, Canceled, Abgelehnt, Storniert, Zurückgezogen, erfolglos geschlossen, closed unsuccessful'],
])('%s are states such as %s', (kind, states) => {
  expect(kindsOf(states)).toEqual(states.split(', ').map(() => kind));
});

test('words that mean waiting in one tool and work in another get a key and no kind', () => {
  const states = ['Open', 'Offen', 'Wieder geöffnet', 'Zugewiesen', 'Assigned', 'Geplant'];
  const { rules, open, unsure } = guessStates(states);
  expect(rules.map(({ is, kind }) => [is, kind])).toEqual(states.map((state) => [state, undefined]));
  expect({ open, unsure }).toEqual({ open: states, unsure: [] });
});

test.each(['-100', 'Umbuchung', '状态'])('%s says nothing', (state) => {
  expect(guessStates([state])).toEqual({ rules: [], none: [], open: [], unsure: [state] });
});
