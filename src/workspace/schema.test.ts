import { expect, test } from 'vitest';
import { DesignModel } from '#model/design-model.ts';
import { schemaText } from './schema.ts';

test('a published schema lets out what has a default, and nothing that nobody knows in', () => {
  const { properties } = JSON.parse(schemaText(DesignModel, 'x'));
  expect(properties.forums.items.required).toEqual(['key', 'level', 'purpose']);
  expect(properties.forums.items.additionalProperties).toBe(false);
  expect(properties.ownerships.items.oneOf).toContainEqual({ required: ['service'] });
});
