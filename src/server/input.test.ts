import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#api/define.ts';
import { inputReader } from './input.ts';

const Input = z.strictObject({
  name: z.string(),
  limit: z.int().min(1).default(50),
  share: z.number().optional(),
  dry: z.boolean().default(false),
  where: z.strictObject({ scope: z.enum(['team', 'stage']), key: z.string() }).optional(),
});
const asked = (method: 'get' | 'post') =>
  endpoint({ id: 'ask', method, path: '/asked/:name', summary: '', input: Input, answer: z.object({}) });

const read = (query: string, body = '', method: 'get' | 'post' = 'get'): unknown => {
  const given = new URLSearchParams(query);
  return inputReader(asked(method))({
    params: { name: 'a' },
    query: Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)])),
    body,
  });
};

const usual = { name: 'a', limit: 50, dry: false };

test.each([
  ['nothing as what stands in for it', '', usual],
  ['a whole number', 'limit=3', { ...usual, limit: 3 }],
  ['a number below nought', 'share=-0.5', { ...usual, share: -0.5 }],
  ['yes', 'dry=true', { ...usual, dry: true }],
  ['no', 'dry=false', usual],
  ['an object as JSON', 'where={"scope":"team","key":"5"}', { ...usual, where: { scope: 'team', key: '5' } }],
])('a query says %s', (_, query, expected) => {
  expect(read(query)).toEqual(expected);
});

test.each([
  ['a word where a number belongs', 'limit=many', 'limit is "many"; a number was expected.'],
  ['a number that is too small', 'limit=0', 'limit is 0; at least 1 was expected.'],
  ['a word where yes or no belongs', 'dry=yes', 'dry is "yes"; true or false was expected.'],
  ['no JSON where an object belongs', 'where=team', 'where is "team"; an object was expected.'],
  ['what is given twice', 'limit=1&limit=2', 'limit is given 2 times; once at most was expected.'],
  ['what nobody asks for', 'limitt=1', 'something else was expected.'],
])('a query is refused for %s', (_, query, told) => {
  expect(() => read(query)).toThrow(told);
});

test.each([
  ['an object', '{"limit":3,"dry":true}', { name: 'a', limit: 3, dry: true }],
  ['nothing', '', usual],
])('a body may be %s', (_, body, expected) => {
  expect(read('', body, 'post')).toEqual(expected);
});

test.each([['[]'], ['3'], ['null'], ['{"limit":'], ['{"limit":"3"}'], ['{"name":5,"nobody":1}']])(
  'the body %s is refused',
  (body) => {
    expect(() => read('', body, 'post')).toThrow(/was expected/u);
  },
);

test('what stands in the path goes before what the body says of it', () => {
  expect(read('', '{"name":"b"}', 'post')).toEqual(usual);
});
