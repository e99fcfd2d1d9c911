import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import type { Response } from '../response.ts';
import type { Scale, Survey } from '../survey.ts';
import type { Violation } from './violation.ts';

type What = Pick<Violation, 'field' | 'found' | 'expected' | 'closest'>;

/** Responses of a group that was not asked, to a question that was not, or off its scale. */
export const answers = ({ surveys, responses }: DesignModel): Violation[] => {
  const byKey = new Map<string, Survey>(surveys.map((survey) => [survey.key, survey]));
  return responses.flatMap((response, index) => {
    const survey = byKey.get(response.survey);
    if (!survey) return [];
    return [...strangers(response, survey), ...unfit(response, survey)].map((what) => ({
      kind: 'response' as const,
      index,
      key: response.key,
      ...what,
    }));
  });
};

const strangers = ({ group }: Response, { key, audience }: Survey): What[] => {
  const asked = audience.map((each) => each.group);
  if (asked.includes(group)) return [];
  const expected = `a group that ${key} asks (${asked.join(', ')})`;
  return [{ field: 'group', found: group, expected, closest: closest(group, asked) }];
};

const unfit = (response: Response, { key, questions }: Survey): What[] =>
  Object.entries(response.answers).flatMap(([name, value]) => {
    const field = `answers.${name}`;
    const question = questions.find((each) => each.key === name);
    const found = String(value);
    if (!question) {
      const known = questions.map((each) => each.key);
      return [
        { field, found: name, expected: `a question of ${key} (${known.join(', ')})`, closest: closest(name, known) },
      ];
    }
    return fits[question.scale](value) ? [] : [{ field, found, expected: scaleInWords[question.scale] }];
  });

const whole = (value: string | number, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const fits: { readonly [Name in Scale]: (value: string | number) => boolean } = {
  '1-5': (value) => whole(value, 1, 5),
  '0-10': (value) => whole(value, 0, 10),
  text: (value) => typeof value === 'string',
};

const scaleInWords: { readonly [Name in Scale]: string } = {
  '1-5': 'a whole number from 1 to 5',
  '0-10': 'a whole number from 0 to 10',
  text: 'text',
};
