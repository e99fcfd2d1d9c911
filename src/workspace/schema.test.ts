import { expect, test } from 'vitest';
import { z } from 'zod';
import { DesignModel } from '#model/design-model.ts';
import { Configuration } from './configuration.ts';
import { publishedSchemas, schemaFiles, schemaText } from './schema.ts';

test.each([
  [schemaFiles.configuration, schemaText(Configuration, 'The settings of a workspace: throughline.yaml')],
  [schemaFiles.model, schemaText(DesignModel, 'Records of an operating model: model/*.yaml')],
])('the published %s is what the program reads', async (file, text) => {
  await expect(text).toMatchFileSnapshot(`../../schema/${file}`);
});

test('a published schema lets out what has a default, and nothing that nobody knows in', () => {
  const { properties } = JSON.parse(schemaText(DesignModel, 'x'));
  expect(properties.forums.items.required).toEqual(['key', 'level', 'purpose']);
  expect(properties.forums.items.additionalProperties).toBe(false);
  expect(properties.ownerships.items.oneOf).toContainEqual({ required: ['service'] });
});

test('every setting says what it is for', () => {
  const { properties } = JSON.parse(schemaText(Configuration, 'x'));
  const silent = Object.entries(properties).filter(
    ([, setting]) => !z.looseObject({ description: z.string() }).safeParse(setting).success,
  );
  expect(silent).toEqual([]);
});

test('a workspace gets a schema for every kind of file', () => {
  expect(Object.keys(publishedSchemas(z.object({})))).toEqual(Object.values(schemaFiles));
});
