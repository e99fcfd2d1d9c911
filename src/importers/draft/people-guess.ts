import { type Profile, share } from './profile.ts';

const personal = new RegExp(
  `(^| )(${[
    'by|who|caller|callers|assignee|assigned to|assigned|author|authors|resource|user|users|username|owner|owners|reporter',
    'requester|requestor|requested for|creator|person|people|agent|employee|customer|client|contact|manager|approver',
    'reviewer|e ?mail|mail|login|first name|last name|full name|surname|sponsor|delegate|analyst|technician|worker',
    'staff|handler|responsible|actor|originator|submitter|initiator|performer|(team|tech|project) lead|member|engineer|operator|patient',
    'applicant|recipient|sender|watcher|watchers|participant|name of',
    'bearbeiter|benutzer|ersteller|melder|mitarbeiter|verantwortlicher|utilisateur|responsable|usuario',
  ].join('|')})( |$)`,
  'u',
);

/** Words behind the name of a person that make it the name of something else. */
const impersonal =
  /(^| )(type|count|number of|date|time|at|on|group|groups|team|unit|department|role|status|state|flag|channel|method|url|reason|priority|story|category|segment|country|score|kind)$|(^| )(caused|superseded|replaced|blocked|duplicated|followed|grouped|sorted) by$/u;

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const noName = /^(true|false|yes|no|y|n|-?\d{1,3}([.,]\d+)?)$/iu;

/**
 * Whether a column may hold people, by its name or by addresses of mail in it.
 *
 * In doubt it does: a pseudonym too many hides a name that is none, one too few lets a name into the store.
 */
export const holdsPeople = (profile: Profile, isTime: boolean): boolean => {
  if (isTime || (profile.values.size > 0 && share(profile, (value) => noName.test(value)) === 1)) return false;
  if (share(profile, (value) => mail.test(value)) > 0.05) return true;
  return namesPeople(profile.words);
};

/** Whether a name of a column or of a field, in words, speaks of people. */
export const namesPeople = (words: string): boolean => personal.test(words) && !impersonal.test(words);
