import { slugOf } from '#model/key.ts';
import type { StageKind } from '#model/kinds.ts';
import { wordsOf } from './profile.ts';

export type StateRuleDraft = { readonly is: string; readonly to: string; readonly kind: StageKind };

/** Words of states whose kind is not in doubt; the first list that holds one settles it. */
const kinds: readonly (readonly [StageKind, RegExp])[] = [
  [
    'cancelled',
    /(^| )(cancell?ed|cancel|rejected|withdrawn|abandoned|declined|won t (do|fix)|wont (do|fix)|obsolete|duplicate|removed|aborted)( |$)/u,
  ],
  ['decision', /(^| )(approval|approve|review|in review|decision|sign off|authori[sz]e|authori[sz]ation|cab)( |$)/u],
  [
    'queue',
    /(^| )(await|awaiting|waiting|wait|pending|hold|blocked|paused|postponed|deferred|queued|suspended|on ice|ready for|ready)( |$)/u,
  ],
  [
    'done',
    /^(resolved|closed|done|completed?|finished|fixed|released|deployed|delivered|final|closed complete|closed resolved|live|erledigt)$/u,
  ],
  ['new', /^(new|created|submitted|registered|reported|logged|to do|todo|backlog|unassigned|neu)$/u],
  [
    'active',
    /^(open|opened|re opened|reopened|active|in progress|wip|work in progress|working|started|in development|development|doing|implementing|in analysis|analysis|in test|testing|in arbeit|assigned)$/u,
  ],
];

/**
 * A draft of the rules for states, and the states it leaves alone.
 *
 * Codes and words that say no kind of themselves stay unmapped and are shown as such; a wrong kind would turn waiting
 * into work without anybody noticing.
 */
export const guessStates = (states: readonly string[]): { rules: StateRuleDraft[]; unsure: string[] } => {
  const rules: StateRuleDraft[] = [];
  const unsure: string[] = [];
  for (const state of states) {
    const kind = kinds.find(([, words]) => words.test(wordsOf(state)))?.[0];
    const to = slugOf(state);
    if (kind && to) rules.push({ is: state, to, kind });
    else unsure.push(state);
  }
  return { rules, unsure };
};
