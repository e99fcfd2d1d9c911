import type { Standing } from './chosen.ts';

/** Where a rule lies as a mark, a word and a colour, which all say the same. */
export const standingWords: Readonly<
  Record<Standing, { readonly mark: string; readonly text: string; readonly look: string }>
> = {
  beyond: { mark: '●', text: 'beyond tolerable', look: 'bad' },
  tolerable: { mark: '◐', text: 'tolerable', look: 'warn' },
  kept: { mark: '✓', text: 'as designed', look: 'good' },
  unread: { mark: '–', text: 'not read', look: 'muted' },
};
