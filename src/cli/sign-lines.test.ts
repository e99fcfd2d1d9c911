import { expect, test } from 'vitest';
import type { Sign, SignStatus } from '#model/sign.ts';
import { signLines } from './sign-lines.ts';
import { terminal } from './terminal.ts';

const sign = (status: SignStatus): Sign => ({
  sign: 'sign.flow-breakdown',
  title: 'Flow breaks down',
  status,
  severity: status === 'not-enough-data' ? null : 64.4,
  confidence: 0.9,
  sentence: 'Flow breaks down: it does.',
  rules: [],
});

const shown = (status: SignStatus): string[] => {
  const lines: string[] = [];
  const screen = { width: 100, colour: false, silent: false, cuts: true };
  signLines(terminal({ ...screen, write: (text) => lines.push(text.trimEnd()) }), sign(status));
  return lines;
};

test.each<[SignStatus, string[]]>([
  ['called', [' CALLED    severity 64 of 100 · sign.flow-breakdown', '           Flow breaks down: it does.']],
  ['watch', [' WATCH     severity 64 of 100 · sign.flow-breakdown', '           Flow breaks down: it does.']],
  ['clear', [' clear     flow breakdown: none of 0 rules read is beyond what is tolerable for sure']],
  ['not-enough-data', [' not told  flow breakdown: 0 of 0 rules could be read']],
])('a sign that is %s takes its lines', (status, lines) => {
  expect(shown(status)).toEqual(lines);
});
