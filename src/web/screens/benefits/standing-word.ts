import type { BenefitRow } from '#api/benefits.ts';

type Standing = { readonly text: string; readonly look: 'good' | 'warn' | 'bad' | 'muted' };

/** How a benefit stands, in a word: what has to be done about it comes first. */
export const standingWord = ({ shortfall, overdue, approvedOn, realisation, wholeLife }: BenefitRow): Standing => {
  if (shortfall?.state === 'unexplained') return { text: 'falls short, unexplained', look: 'bad' };
  if (shortfall?.state === 'action-overdue') return { text: 'falls short, action overdue', look: 'bad' };
  if (overdue > 0) return { text: 'not measured in time', look: 'warn' };
  if (shortfall) return { text: 'falls short, in hand', look: 'warn' };
  if (wholeLife !== null) return { text: 'whole life, no series', look: 'warn' };
  if (approvedOn === null) return { text: 'no approved plan', look: 'warn' };
  return realisation.toDate === null
    ? { text: 'nothing due yet', look: 'muted' }
    : { text: 'as planned', look: 'good' };
};
