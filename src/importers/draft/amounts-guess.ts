import { currencyOf, type DecimalSign, readAmount } from '#model/amount.ts';
import { Currency } from '#model/money.ts';
import { type Profile, share } from './profile.ts';

/** How the amounts of a log are written. */
export type AmountsDraft = {
  readonly columns: readonly Profile[];
  /** The sign before the decimals, where all that tell it tell the same. */
  readonly decimal: DecimalSign | undefined;
  /** An amount that can be read by one sign alone, for each sign that there is one of. */
  readonly telling: readonly string[];
  /** Amounts that read both ways. */
  readonly ambiguous: readonly string[];
  readonly currencies: readonly string[];
};

const amountNames =
  /(^| )(amounts?|costs?|prices?|value|budget|sum|total|spend|fees?|betrag|summe|kosten|preis|wert|volumen|auftragswert|montant|cout|coût|prix|importe|valor|bedrag)( |$)/u;

const enough = 0.9;

/** Letters in front of digits are mostly part of a number of something. */
const isCurrency = (text: string): boolean => /\p{Sc}/u.test(text) || Currency.safeParse(text).success;

/** Columns of amounts: called so, or with currencies beside their numbers. */
export const amountColumns = (profiles: readonly Profile[]): Profile[] =>
  profiles.filter(
    (profile) =>
      share(profile, (value) => readAmount(value) !== 'unreadable') >= enough &&
      (amountNames.test(profile.words) || share(profile, (value) => isCurrency(currencyOf(value))) >= enough),
  );

/** What all values of such columns tell of the way they are written; undefined where there is no sign in any. */
export const guessAmounts = (columns: readonly Profile[], values: Iterable<string>): AmountsDraft | undefined => {
  const all = [...values];
  const ambiguous = all.filter((value) => readAmount(value) === 'ambiguous');
  const telling = signs.flatMap((sign) => {
    const example = all.find((value) => tells(value) === sign);
    return example === undefined ? [] : [{ sign, example }];
  });
  const currencies = [...new Set(all.map(currencyOf))].filter((currency) => currency !== '').sort();
  if (telling.length === 0 && ambiguous.length === 0 && currencies.length < 2) return undefined;
  return {
    columns,
    decimal: telling.length === 1 ? telling[0]?.sign : undefined,
    telling: telling.map(({ example }) => example),
    ambiguous,
    currencies,
  };
};

const signs: readonly DecimalSign[] = ['.', ','];

const tells = (value: string): DecimalSign | undefined => {
  const reading = signs.filter((decimal) => readAmount(value, { decimal }) !== 'unreadable');
  return reading.length === 1 ? reading[0] : undefined;
};

/** What a person has to settle about them. */
export const amountsQuestion = (amounts: AmountsDraft | undefined): string | undefined => {
  if (!amounts) return undefined;
  const { decimal, telling, ambiguous, currencies } = amounts;
  const names = amounts.columns.map(({ name }) => name).join(', ');
  const [first] = ambiguous;
  if (telling.length > 1) {
    return `Which sign stands before the decimals in ${names}? Both are met (${telling.join(' and ')}); what reads both ways is not read until numbers: decimal says it.`;
  }
  if (first !== undefined && decimal === undefined) {
    const [point, comma] = signs.map((sign) => readAmount(first, { decimal: sign }));
    return `Is ${first} in ${names} ${point} or ${comma}? No amount tells; such amounts are not read until numbers: decimal says which sign stands before the decimals.`;
  }
  return currencies.length < 2
    ? undefined
    : `In which currency do amounts count? ${names} has ${currencies.join(', ')}, and nothing is converted: name one under numbers: currency, and those in others count as not read.`;
};

export const amountsRemark = ({ columns, decimal, telling }: AmountsDraft): string => {
  const names = columns.map(({ name }) => name).join(', ');
  return `${names}: ${decimal === ',' ? 'a comma' : 'a point'} stands before the decimals, as in ${telling[0]}. Name the column that rights ask for under decisions: amount.`;
};
