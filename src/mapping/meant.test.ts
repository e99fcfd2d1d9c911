import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningNow, type WrittenRules, withMeaning } from './meant.ts';
import { resolve } from './resolve.ts';

const list: WrittenRules = {
  rules: [
    { is: 'Net', to: 'network' },
    { is: ['Host', 'Hosting'], to: 'hosting' },
    { like: 'X.*', to: 'other' },
  ],
};

const said = (raw: string, to: string | null): unknown => withMeaning(list, { raw, to }).rules;

test.each([
  ['joins a rule to the same key', said('Netz', 'network'), { is: ['Net', 'Netz'], to: 'network' }],
  ['joins the values that the rule has', said('Rack', 'hosting'), { is: ['Host', 'Hosting', 'Rack'], to: 'hosting' }],
  ['gets a rule where none goes to its key', said('Claims', 'claims'), { is: 'Claims', to: 'claims' }],
  ['leaves the rule that named it', said('Hosting', 'network'), { is: 'Host', to: 'hosting' }],
])('a name %s', (_, rules, rule) => {
  expect(rules).toContainEqual(rule);
});

test('a name that an expression takes gets its rule in front of it', () => {
  const { rules = [] } = withMeaning(list, { raw: 'Xen', to: 'hosting' });
  expect(rules[0]).toEqual({ is: 'Xen', to: 'hosting' });
  expect(rules).toHaveLength(4);
});

test('a rule that names nothing any more goes', () => {
  expect(withMeaning(list, { raw: 'Net', to: null }).rules).toHaveLength(2);
});

test('a state joins a rule only where its stage is of the same kind', () => {
  const states: WrittenRules = { rules: [{ is: 'Parked', to: 'waiting', kind: 'queue' }] };
  const kept = withMeaning(states, { raw: 'On hold', to: 'waiting' }).rules;
  expect(kept).toEqual([{ is: ['Parked', 'On hold'], to: 'waiting', kind: 'queue' }]);
  const apart = withMeaning(states, { raw: 'Vote', to: 'waiting', stage: 'decision' }).rules;
  expect(apart?.at(-1)).toEqual({ is: 'Vote', to: 'waiting', kind: 'decision' });
});

const name = fc.constantFrom('Net', 'Host', 'Hosting', 'Xen', 'Claims', 'X');
const key = fc.constantFrom('network', 'hosting', 'claims');
const lists = fc.record({
  rules: fc.uniqueArray(fc.record({ is: name, to: key }), { selector: ({ is }) => is }),
});
const rulesOf = ({ rules = [] }: WrittenRules) => ({
  keep: false,
  rules: rules.map(({ is, like, to = '' }) =>
    like === undefined ? { is: typeof is === 'string' ? is : [...(is ?? [])], to } : { like, to },
  ),
});

test('a name stands for what was said, and every other for what it stood for', () => {
  fc.assert(
    fc.property(lists, name, key, fc.boolean(), (before, raw, to, hasExpression) => {
      const rules = hasExpression ? [{ like: 'X.*', to: 'other' }, ...before.rules] : before.rules;
      const after = withMeaning({ rules }, { raw, to });
      expect(resolve(rulesOf(after), raw)).toEqual({ key: to, mapped: true });
      for (const other of ['Net', 'Host', 'Hosting', 'Xen', 'Claims', 'X'].filter((each) => each !== raw))
        expect(resolve(rulesOf(after), other)).toEqual(resolve(rulesOf({ rules }), other));
    }),
  );
});

test('what was said before, said again, takes it back', () => {
  fc.assert(
    fc.property(lists, name, key, (before, raw, to) => {
      const after = withMeaning(before, { raw, to });
      const back = withMeaning(after, { raw, to: meaningNow(before, raw).to });
      for (const each of ['Net', 'Host', 'Hosting', 'Xen', 'Claims', 'X'])
        expect(resolve(rulesOf(back), each)).toEqual(resolve(rulesOf(before), each));
    }),
  );
});
