import type { AtGate } from '#api/finance.ts';

type Result = { readonly text: string; readonly look: 'good' | 'warn' | 'bad' | 'muted' };

/** How something stands at the gate, in a word. */
export const gateWords: Readonly<Record<AtGate['result'], Result>> = {
  ready: { text: 'passes', look: 'good' },
  missing: { text: 'does not pass', look: 'bad' },
  overridden: { text: 'let through', look: 'warn' },
  below: { text: 'too small to be asked', look: 'muted' },
};

const urgent = ['missing', 'overridden', 'ready', 'below'] as const;

/** What has to be decided first; of that, what takes most money. */
export const byUrgency = (a: AtGate, b: AtGate): number =>
  urgent.indexOf(a.result) - urgent.indexOf(b.result) || Number(b.amount ?? 0) - Number(a.amount ?? 0);
