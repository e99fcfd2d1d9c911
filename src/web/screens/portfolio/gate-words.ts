import type { AtGate } from '#api/finance.ts';

type Result = { readonly text: string; readonly sentence: string; readonly look: 'good' | 'warn' | 'bad' | 'muted' };

/** How something stands at the gate: in a column of its own, and in a sentence. */
export const gateWords: Readonly<Record<AtGate['result'], Result>> = {
  ready: { text: 'passes', sentence: 'It passes', look: 'good' },
  missing: { text: 'does not pass', sentence: 'It does not pass', look: 'bad' },
  overridden: { text: 'let through', sentence: 'It is let through', look: 'warn' },
  below: { text: 'too small to be asked', sentence: 'It is too small to be asked', look: 'muted' },
};

const urgent = ['missing', 'overridden', 'ready', 'below'] as const;

/** What has to be decided first; of that, what takes most money. */
export const byUrgency = (a: AtGate, b: AtGate): number =>
  urgent.indexOf(a.result) - urgent.indexOf(b.result) || Number(b.amount ?? 0) - Number(a.amount ?? 0);
