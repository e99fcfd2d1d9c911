import { rules as conformanceRules } from '#conformance/index.ts';
import { figureCalled } from '#metrics/companion.ts';
import { citationOf } from '#model/citation.ts';
import type { Diagnosis } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { Sign } from '#model/sign.ts';
import type { Window } from '#model/window.ts';
import { ruleIdOf } from '#signs/define.ts';
import { signs } from '#signs/index.ts';

/** What a figure is looked at through, beside what it is cut by. */
type Look = { readonly scope: string; readonly key: string } | undefined;

/** The citation of a figure; none of one that is cut twice, since nobody could count through all of those. */
export const figureCitation = (
  metric: string,
  subject: Readonly<Record<string, string | undefined>>,
  window: Window,
): string | undefined => {
  const scopes = Object.entries(subject).filter(([scope, key]) => scope !== 'period' && key !== undefined);
  const version = figureCalled(metric)?.version;
  if (scopes.length > 1 || version === undefined) return undefined;
  return citationOf({ kind: 'figure', id: metric, version: String(version), subject, window });
};

export const citedReading = (reading: Reading, where?: Look): Reading => {
  const twice = where !== undefined && reading.subject[where.scope as keyof Reading['subject']] !== undefined;
  const subject = where === undefined || twice ? reading.subject : { ...reading.subject, [where.scope]: where.key };
  const cite = figureCitation(reading.metric, subject, reading.window);
  return cite === undefined ? reading : { ...reading, cite };
};

/** A rule has no number of its version: the words of its test stand for it. */
export const ruleCitation = (id: string, window: Window): string => {
  const version = conformanceRules.find((rule) => rule.id === id)?.test ?? '';
  return citationOf({ kind: 'rule', id, version, subject: {}, window });
};

export const citedRule = (result: RuleResult, window: Window): RuleResult => ({
  ...result,
  cite: ruleCitation(result.rule, window),
});

/** Signs and their rules go by their words too. */
export const signCitation = (id: string, window: Window): string => {
  for (const sign of signs) {
    const words = sign.rules.map(({ test }) => test);
    if (id === `sign.${sign.id}`)
      return citationOf({ kind: 'sign', id, version: words.join(' '), subject: {}, window });
    const rule = sign.rules.find((each) => ruleIdOf(sign, each) === id);
    if (rule) return citationOf({ kind: 'sign-rule', id, version: rule.test, subject: {}, window });
  }
  throw new Error(`${id} is no sign`);
};

export const citedSign = (sign: Sign, window: Window): Sign => ({
  ...sign,
  cite: signCitation(sign.sign, window),
  rules: sign.rules.map((rule) => ({ ...rule, cite: signCitation(rule.rule, window) })),
});

/** A diagnosis with the citation of everything in it that can be opened. */
export const citedDiagnosis = (diagnosis: Diagnosis): Diagnosis => {
  const { window, signs: told, worst, work, decisions } = diagnosis;
  const places = (all: Diagnosis['work']['stages']) =>
    all.map(({ key, reading }) => ({ key, reading: citedReading(reading) }));
  return {
    ...diagnosis,
    signs: told.map((sign) => citedSign(sign, window)),
    worst: worst.map((rule) => citedRule(rule, window)),
    work: { headline: work.headline.map((each) => citedReading(each)), stages: places(work.stages) },
    decisions: { headline: decisions.headline.map((each) => citedReading(each)), types: places(decisions.types) },
  };
};
