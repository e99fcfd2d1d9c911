import { slugOf } from '#model/key.ts';
import type { StageKind } from '#model/kinds.ts';
import { wordsOf } from './profile.ts';

/** `kind` is missing where words leave it open. */
export type StateRuleDraft = { readonly is: string; readonly to: string; readonly kind?: StageKind };

/** Words of states whose kind is not in doubt; the first list that holds one settles it. */
const kinds: readonly (readonly [StageKind, RegExp])[] = [
  [
    'cancelled',
    words(
      'cancell?ed|cancel|rejected|withdrawn|abandoned|declined|won t (do|fix)|wont (do|fix)|obsolete|duplicate|removed|aborted',
      'abgelehnt|abgebrochen|storniert|verworfen|zurückgezogen|annulliert|hinfällig|duplikat|entfernt|merged|zusammengefasst',
      'zusammengefügt|erfolglos geschlossen|closed unsuccessful|wird nicht (erledigt|behoben|umgesetzt)|deleted|gelöscht',
    ),
  ],
  [
    'decision',
    words(
      'approval|approve|review|in review|decision|sign off|authori[sz]e|authori[sz]ation|cab',
      'genehmigung|zur genehmigung|freigabe|zur freigabe|in freigabe|entscheidung|begutachtung',
    ),
  ],
  [
    'queue',
    words(
      'await|awaiting|waiting|wait|pending|hold|blocked|paused|postponed|deferred|queued|suspended|on ice|ready for|ready',
      'wartend|wartet|warten|wartestellung|wartestatus|zurückgestellt|pausiert|angehalten|blockiert|ruhend|ruht|aufgeschoben',
      'bereit|bereit für|ausgewählt für|selected for|anstehend|in der warteschlange|rückfrage',
    ),
  ],
  [
    'done',
    whole(
      'resolved|closed|done|completed?|finished|fixed|released|deployed|delivered|final|closed complete|closed resolved|live',
      'solved|closed successful|erfolgreich geschlossen|gelöst|geschlossen|erledigt|fertig|fertiggestellt|abgeschlossen',
      'behoben|umgesetzt|ausgeliefert|veröffentlicht|beendet|produktiv',
    ),
  ],
  [
    'new',
    whole(
      'new|created|submitted|registered|reported|logged|to do|todo|backlog|unassigned|proposed',
      'neu|zu erledigen|angelegt|erfasst|eingegangen|gemeldet|registriert|erstellt|nicht zugewiesen',
    ),
  ],
  [
    'active',
    whole(
      'active|in progress|wip|work in progress|working|started|in development|development|doing|implementing|in analysis',
      'analysis|in test|testing|in arbeit|in bearbeitung|in umsetzung|in entwicklung|in analyse|in klärung|wird bearbeitet',
      'begonnen|aktiv|im test|bearbeitung|umsetzung',
    ),
  ],
];

/** Words that one tool has for work that waits to be begun, and another for work under way. */
const open = whole(
  'open|opened|re opened|reopened|assigned|accepted|planned|committed|approved',
  'offen|geöffnet|wieder geöffnet|wiedereröffnet|erneut geöffnet|zugewiesen|zugeteilt|angenommen|geplant|eingeplant|genehmigt',
  'freigegeben',
);

function words(...lists: string[]): RegExp {
  return new RegExp(`(^| )(${lists.join('|')})( |$)`, 'u');
}

function whole(...lists: string[]): RegExp {
  return new RegExp(`^(${lists.join('|')})$`, 'u');
}

/** What is done beside the way that an item takes: it stays in the state that it has. */
const beside = new RegExp(
  `^(${[
    '((operator|customer|description|external|vendor|field|status|contact|impact|urgency|priority|service|affected ci|sla) )?(update|change)s?',
    'updated?( (from|by|to) .*)?|edited|renamed|labell?ed|unlabell?ed|(de)?milestoned|mentioned|(un)?subscribed|(cross )?referenced|(un)?pinned',
    '(un)?locked|connected|disconnected|added to project|moved columns in project|(re|un)?assignment|((add|added|new) )?comments?( added)?|commented',
    '(add|added|work|internal|private|public) notes?|note( added)?|notes?|attachments?( added)?|communication( with .*)?|(e )?mails?( (sent|received|to .*))?',
    '(phone )?call(back)?( request)?|dial in|notify by change|quality indicator( .*)?|vendor reference( change)?|kommentar|kommentiert|notiz|aktualisierung',
  ].join('|')})$`,
  'u',
);

/** Whether a name says that an item is over. */
export const isEnd = (name: string): boolean => kindOf(name) === 'done' || kindOf(name) === 'cancelled';

const kindOf = (name: string): StageKind | undefined => kinds.find(([, pattern]) => pattern.test(wordsOf(name)))?.[0];

/** A draft without the ends behind which items go on, as behind a claim that is rejected and handed in again: these are asked about. */
export const withoutFalseEnds = (draft: StatesDraft, goesOn: ReadonlySet<string>): StatesDraft => ({
  ...draft,
  rules: draft.rules.filter(({ is }) => !(isEnd(is) && goesOn.has(is))),
  unsure: [...draft.unsure, ...draft.rules.flatMap(({ is }) => (isEnd(is) && goesOn.has(is) ? [is] : []))],
});

/** Splits activities into those that may be states, and those that are none. */
export const withoutBeside = (names: readonly string[]): { readonly states: string[]; readonly none: string[] } => ({
  states: names.filter((name) => !beside.test(wordsOf(name))),
  none: names.filter((name) => beside.test(wordsOf(name))),
});

export type StatesDraft = {
  readonly rules: readonly StateRuleDraft[];
  /** Values that are no state. */
  readonly none: readonly string[];
  /** States whose words may mean that work waits or that it is under way. */
  readonly open: readonly string[];
  /** States that no rule takes. */
  readonly unsure: readonly string[];
};

/**
 * A draft of the rules for states, and the states it leaves alone.
 *
 * Codes and words that say no kind of themselves stay unmapped and are shown as such, and words that are used in two ways
 * get no kind; a wrong kind would turn waiting into work without anybody noticing.
 */
export const guessStates = (states: readonly string[]): StatesDraft => {
  const rules: StateRuleDraft[] = [];
  const opened: string[] = [];
  const unsure: string[] = [];
  for (const state of states) {
    const kind = kindOf(state);
    const to = slugOf(state);
    if (kind && to) rules.push({ is: state, to, kind });
    else if (to && open.test(wordsOf(state))) {
      rules.push({ is: state, to });
      opened.push(state);
    } else unsure.push(state);
  }
  return { rules, none: [], open: opened, unsure };
};
