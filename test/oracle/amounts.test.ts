import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYesNo } from '#mapping/yes-no.ts';
import { readAmount } from '#model/amount.ts';
import { amountOf, truthOf } from './amounts.ts';

const signs = [undefined, '.', ','] as const;

const pieces =
  "1|12|123|0|5|.|,| |'|.123|,123| 123|,45|.45|,12,345|1.234.567|EUR|€|$|US$|kr|kr.|T|TEUR|M€|k|Mio.|bn|-|−|+|(|)|e3|E-2|%|x".split(
    '|',
  );

test('product and oracle read the same amounts in whatever is put together', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(...signs), (written, decimal) => {
      const read = readAmount(written, { decimal });
      expect(typeof read === 'number' ? read : null, JSON.stringify(written)).toBe(amountOf(written, decimal));
    }),
    { numRuns: 20_000 },
  );
});

test('product and oracle know the same words for yes and no', () => {
  const word = fc.constantFrom(...'Yes no Ja nein oui x ✓ GxP 1 0 o n perhaps Sí NÃO'.split(' '), '', ' y ');
  const own = fc.record({ yes: fc.subarray(['GxP', 'n']), no: fc.subarray(['', 'x']) });
  fc.assert(
    fc.property(word, own, (text, words) => {
      expect(readYesNo(text, words) ?? null).toBe(truthOf(text, words));
    }),
  );
});
