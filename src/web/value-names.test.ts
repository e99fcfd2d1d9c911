import { expect, test } from 'vitest';
import { openedIn, textOfOpened } from './opened.ts';
import { benefitId, gateFigure, isExplained, linkId, linkIn, valueId, valueIn, wholeTrace } from './value-names.ts';

test.each(['crm', 'a.b', 'über 2'])('a name that opens %s is read again from an address', (key) => {
  const id = openedIn(textOfOpened({ id: valueId('initiative', key) }))?.id ?? '';
  expect(valueIn(id)).toEqual({ kind: 'initiative', key });
});

test('a name that opens a link is read again from an address', () => {
  const id = openedIn(textOfOpened({ id: linkId('initiative crm', 'capability sales') }))?.id ?? '';
  expect(linkIn(id)).toEqual({ from: 'initiative crm', to: 'capability sales' });
  expect(valueIn(id)).toBeUndefined();
});

test.each([wholeTrace, 'value.team:a', 'flow.waiting'])('%s names no record of the chain', (id) => {
  expect([valueIn(id), linkIn(id)]).toEqual([undefined, undefined]);
});

test.each([
  ['flow.waiting', true],
  ['sign.flow-breakdown.over-limit', true],
  ['source.tickets', true],
  [wholeTrace, false],
  [gateFigure, false],
  [benefitId('crm'), false],
  [valueId('initiative', 'crm'), false],
])('whether %s is explained by its id: %s', (id, expected) => {
  expect(isExplained(id)).toBe(expected);
});
