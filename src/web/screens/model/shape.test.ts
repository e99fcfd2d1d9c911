import { expect, test } from 'vitest';
import { kinds } from '#model/records.ts';
import { type Field, fieldsOfKind, type Shape } from './shape.ts';

const short = (shape: Shape): string => {
  if (shape.is === 'list') return `[${short(shape.of)}]`;
  if (shape.is === 'fields') return `{${shape.fields.map(text).join(' ')}}`;
  if (shape.is === 'one-of') return shape.ways.map(short).join('|');
  if (shape.is === 'choice') return shape.options.join('/');
  return shape.is === 'reference' ? `→${shape.kind}` : shape.is;
};

const text = ({ name, shape, required }: Field): string => `${name}${required ? '!' : ''}:${short(shape)}`;

const field = (kind: string, name: string): string => {
  const found = fieldsOfKind(kind).find((each) => each.name === name);
  return found ? text(found) : 'none';
};

test.each([
  ['team', 'key', 'key!:text'],
  ['team', 'note', 'note:long'],
  ['team', 'parent', 'parent:→team'],
  ['team', 'sizeFte', 'sizeFte:number'],
  ['team', 'formedOn', 'formedOn:day'],
  ['team', 'organisedBy', 'organisedBy:capability/outcome/product/technology/function/project'],
  ['team', 'costPerFteYear', 'costPerFteYear:{amount!:text currency!:text}'],
  ['forum', 'members', 'members:[→role]'],
  ['decision-right', 'decider', 'decider!:{role!:→role}|{forum!:→forum}'],
  ['decision-right', 'within', 'within:duration'],
  [
    'decision-right',
    'when',
    'when:{amount:{from:number below:number} risk:[text] regulated:yes-no priority:[text] itemType:[text]}',
  ],
  ['workflow', 'transitions', 'transitions:[{from!:text to!:[text]}]'],
  [
    'workflow',
    'stages',
    'stages!:[{key!:text name:text kind!:new/queue/active/decision/done/cancelled team:→team wipLimit:number note:long}]',
  ],
  ['decision', 'raisedAt', 'raisedAt!:instant'],
  ['response', 'answers', 'answers!:yaml'],
  ['design', 'status', 'status:in-force/target/scenario/draft'],
])('a %s is asked for %s by the input that fits', (kind, name, expected) => {
  expect(field(kind, name)).toBe(expected);
});

test.each(kinds)('every field of a %s has an input, and few are given as text', (kind) => {
  const fields = fieldsOfKind(kind);
  expect(fields.map(({ name }) => name)).toContain('key');
  expect(fields.filter(({ shape }) => shape.is === 'yaml').map(({ name }) => name).length).toBeLessThan(2);
});
