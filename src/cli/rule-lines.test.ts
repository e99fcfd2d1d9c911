import { expect, test } from 'vitest';
import type { RuleResult } from '#model/rule-result.ts';
import { ruleBlock } from './rule-lines.ts';
import { terminal } from './terminal.ts';

const rule: RuleResult = {
  rule: 'delivery.commitments-kept',
  dimension: 'delivery',
  title: 'Commitments are kept',
  status: 'not-enough-data',
  missing: 'no item done in the window has a promised date (0 of 20,768)',
  unit: 'share',
  weight: 1,
  value: null,
  n: 0,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: 0,
  breakpoints: { asDesigned: 0.85, worstTolerable: 0.65, twiceAsBad: 0.4, from: 'default' },
  severity: null,
  trend: null,
  pressure: null,
  broke: 0,
  examples: [],
  details: {},
};

const shown = (of: RuleResult): string[] => {
  const lines: string[] = [];
  const screen = { width: 100, colour: false, silent: false, cuts: true };
  ruleBlock(terminal({ ...screen, write: (text) => lines.push(text.trimEnd()) }), of);
  return lines;
};

test('a rule that is held against a draft says so', () => {
  const { missing: _missing, ...told } = rule;
  expect(shown({ ...told, drafted: true })[2]).toBe('   held against what was drafted from the evidence itself');
});

test('a rule that could not be read says why', () => {
  expect(shown(rule)).toEqual([
    '   Commitments are kept    delivery.commitments-kept',
    '   no figure   no interval   n 0   0 broke it   designed 85%, tolerable to 65% (default)',
    '   not read: no item done in the window has a promised date (0 of 20,768)',
  ]);
});
