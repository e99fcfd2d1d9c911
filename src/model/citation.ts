import { digestOf } from './digest.ts';
import type { Window } from './window.ts';

/** What a citation stands for: a figure of a metric, a rule of conformance, a sign, or a rule of a sign. */
export type Cited = {
  readonly kind: keyof typeof letters;
  readonly id: string;
  /** The version of the definition; the words of the definition where it has none. */
  readonly version: string;
  /** What the figure is cut by or looked at through, scope by scope. */
  readonly subject: Readonly<Record<string, string | undefined>>;
  readonly window: Window;
};

const letters = { figure: 'F', rule: 'R', sign: 'S', 'sign-rule': 'T' } as const;

/**
 * A short name for what is said, such as `F-7Q2FK3M9`: the same on every machine, another as soon as anything of it is.
 *
 * Nothing is kept to look it up: what can be cited of a workspace is counted through.
 */
export const citationOf = ({ kind, id, version, subject, window }: Cited): string => {
  const cut = Object.entries(subject)
    .flatMap(([scope, key]) => (key === undefined ? [] : [`${scope}=${key}`]))
    .sort();
  const text = JSON.stringify([kind, id, version, cut, Date.parse(window.from), Date.parse(window.until)]);
  return `${letters[kind]}-${digestOf(text)}`;
};

/** Whether a text is written like a citation, with or without its `#`, in letters of any case; then as it is kept. */
export const asCitation = (text: string): string | undefined => {
  const [, letter = '', digits = ''] = /^#?([FRST])-([0-9A-HJKMNP-TV-Z]{8})$/iu.exec(text) ?? [];
  return digits === '' ? undefined : `${letter}-${digits}`.toUpperCase();
};
