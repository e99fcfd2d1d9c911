import { expect, test } from 'vitest';
import { caseId, caseIn, casesId, casesIn } from './cases.ts';
import { openedIn, textOfOpened } from './opened.ts';

test.each([
  [{ stage: { source: 'tickets', stage: 'in-progress' } }, 'cases.stage:tickets:in-progress'],
  [{ move: { source: 'tickets', from: 'new', to: 'done' } }, 'cases.move:tickets:new:done'],
  [{ standing: { source: 'tickets', stage: null } }, 'cases.standing:tickets:'],
  [{ handOff: { from: 'a:b [c]@d', to: '100% sure' } }, 'cases.hand-off:a%3Ab%20%5Bc%5D%40d:100%25%20sure'],
])('%j is opened by a name that an address can hold', (of, id) => {
  expect(casesId(of)).toBe(id);
  expect(casesIn(id)).toEqual(of);
  const where = { scope: 'team', key: 'red' } as const;
  expect(openedIn(textOfOpened({ id, where }))).toEqual({ id, where });
});

test('a case is opened by its log and its number', () => {
  expect(caseId('tickets', 'INC/1')).toBe('case:tickets:INC%2F1');
  expect(caseIn('case:tickets:INC%2F1')).toEqual({ source: 'tickets', item: 'INC/1' });
});

test.each(['flow.flow-time', 'cases', 'case:tickets', 'cases.of:tickets'])('%s opens no cases', (id) => {
  expect([casesIn(id), caseIn(id)]).toEqual([undefined, undefined]);
});

test('what is broken in an address is taken as it stands', () => {
  expect(caseIn('case:tickets:%E0%A4%A')).toEqual({ source: 'tickets', item: '%E0%A4%A' });
});
