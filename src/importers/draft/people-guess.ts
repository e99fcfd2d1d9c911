import { type Profile, share } from './profile.ts';

const personal = new RegExp(
  `(^| )(${[
    'by|who|caller|callers|assignee|assigned to|assigned|author|authors|resource|user|users|username|owner|owners|reporter',
    'requester|requestor|requested for|creator|person|people|agent|employee|customer|client|contact|manager|approver',
    'reviewer|e ?mail|mail|login|first name|last name|full name|surname|sponsor|delegate|analyst|technician|worker',
    'staff|handler|responsible|actor|originator|submitter|initiator|performer|(team|tech|project) lead|member|engineer|operator|patient',
    'applicant|recipient|sender|watcher|watchers|participant|name of',
    '(assignee|approver|reviewer|manager|attendee|developer|tester|supervisor|consultant|executive|signatory|reporter)s?',
    'signatories|scrum master|product owner|(dev|qa|tech|project) lead|lead|qa|cc|(on )?behalf( of)?|(raised|opened|created) for',
    'approved from|handled|bearbeiter(in)?|benutzer(in)?|ersteller(in)?|melder(in)?|mitarbeiter(in)?|verantwortliche[rn]?',
    'sachbearbeiter(in)?|ansprechpartner(in)?|auftraggeber(in)?|kund(e|en|in)|zustandige?r?|zuständige?r?|genehmiger(in)?',
    '(geandert|geändert|erstellt|erfasst|gemeldet|genehmigt|freigegeben|zugewiesen|bearbeitet) (von|an)|zugewiesen',
    '(modifie|modifié|cree|créé|approuve|approuvé|assigne|assigné|traite|traité) (par|a|à)|demandeur|demandeuse|approbateur',
    'valideur|utilisateur|responsable|usuario|autor(in)?|besitzer(in)?|eigentümer(in)?|eigentumer(in)?|antragsteller(in)?',
    'anmelder(in)?|anforderer|anrufer(in)?|zugewiesene person|zugewiesen zu|bediener(in)?|absender(in)?|empfänger(in)?',
  ].join('|')})( |$)`,
  'u',
);

/** Words behind the name of a person that make it the name of something else. */
const impersonal =
  /(^| )(type|count|number of|date|time|at|on|group|groups|team|unit|department|role|status|state|flag|channel|method|url|reason|priority|story|category|segment|country|score|kind|gruppe|abteilung|einheit|bereich|stelle|datum|zeit|typ|art|anzahl|zustand|kanal|rolle|kategorie|grund|land|priorität|bis|am)$|(^| )(caused|superseded|replaced|blocked|duplicated|followed|grouped|sorted) by$/u;

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const noName = /^(true|false|yes|no|y|n|-?\d{1,3}([.,]\d+)?)$/iu;

/**
 * Whether a column may hold people, by its name or by addresses of mail in it.
 *
 * In doubt it does: a pseudonym too many hides a name that is none, one too few lets a name into the store.
 */
export const holdsPeople = (profile: Profile, isTime: boolean): boolean => {
  if (impersonal.test(profile.words)) return share(profile, (value) => mail.test(value)) > 0.05;
  if (isTime || (profile.values.size > 0 && share(profile, (value) => noName.test(value)) === 1)) return false;
  if (share(profile, (value) => mail.test(value)) > 0.05) return true;
  return namesPeople(profile.words) || looksLikeNames(profile);
};

/** What has values of two words too: states, groups, types, texts. */
const otherwise =
  /(^| )(state|status|stage|phase|zustand|team|squad|queue|gruppe|bearbeitergruppe|abteilung|unit|area|component|service|product|project|capability|category|kategorie|type|typ|kind|activity|action|event|decision|step|title|summary|subject|description|resolution|location|city|company|vendor|application|system|sprint|release|label|labels)( |$)/u;

/** `Ada Lovelace`, `A. Lovelace`, `Lovelace, Ada`. */
const fullName =
  /^\p{Lu}[\p{L}'’-]+, ?\p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*)?$|^\p{Lu}([\p{Ll}'’-]+|\.)( \p{Lu}([\p{L}'’-]+|\.)){1,2}$/u;

/** Words that stand in names of groups and of things, and of nobody. */
const thing =
  /(^| )(service|desk|team|support|group|ops|operations|squad|board|committee|office|department|network|software|hardware|access|request|incident|change|progress|hold|review|approval|web|data|mobile|l[123])( |$)/iu;

/** Whether most values are names in full, in a column that is not called like something else. */
const looksLikeNames = (profile: Profile): boolean =>
  profile.values.size >= 3 &&
  !otherwise.test(profile.words) &&
  share(profile, (value) => fullName.test(value)) >= 0.8 &&
  share(profile, (value) => thing.test(value)) === 0;

/** Whether a name of a column or of a field, in words, speaks of people. */
export const namesPeople = (words: string): boolean => personal.test(words) && !impersonal.test(words);
