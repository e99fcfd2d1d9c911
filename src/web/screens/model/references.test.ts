import { expect, test } from 'vitest';
import { kindsNaming, namedBy, naming } from './references.ts';

const right = {
  decisionType: 'fund',
  level: 'team',
  decider: { forum: 'board' },
  agree: ['cio', 'cfo'],
  escalation: ['executive'],
};

test('a record names others in its fields, in lists and in what lies inside', () => {
  expect(namedBy('decision-right', right).map(({ field, kind, key }) => `${field}: ${kind} ${key}`)).toEqual([
    'decisionType: decision-type fund',
    'level: level team',
    'decider.forum: forum board',
    'agree: role cio',
    'agree: role cfo',
    'escalation: level executive',
  ]);
  expect(namedBy('workflow', { stages: [{ key: 'a', team: 'pay' }, { key: 'b' }] })).toEqual([
    { kind: 'team', key: 'pay', field: 'stages.team' },
  ]);
  expect(namedBy('design', { key: 'current' })).toEqual([]);
});

test('a record is named by others of the kinds that may', () => {
  const listed = { kind: 'decision-right', design: 'current', key: 'small', name: 'small', version: 1, body: right };
  expect(naming({ kind: 'role', key: 'cfo' }, [listed])).toEqual([{ record: listed, field: 'agree' }]);
  expect(naming({ kind: 'forum', key: 'cfo' }, [listed])).toEqual([]);
  expect(kindsNaming('stakeholder-group')).toEqual(['service', 'demand', 'survey', 'response']);
});
