import { holdsMostly, isOfPeople, type SeenColumn } from './column-seen.ts';
import { type FieldGuess, fieldsOf, type KeyGuess, keyOf, saysPhrase } from './field-guess.ts';
import { wordsIn } from './head-words.ts';
import { type KnownKind, knownKinds, knownLedger } from './known-fields.ts';

/** What the rows of a table probably are: records of a kind, with the fields that its columns state. */
export type KindGuess = {
  readonly known: KnownKind;
  readonly key: KeyGuess | undefined;
  readonly fields: readonly FieldGuess[];
  readonly score: number;
};

/** Every kind that the table may be of, the likeliest first. */
export const kindsOf = (columns: readonly SeenColumn[], called: string): KindGuess[] => {
  const title = wordsIn(called);
  return knownKinds
    .map((known): KindGuess => {
      const key = keyOf(columns, known);
      const fields = fieldsOf(
        columns.filter((column) => column !== key?.column || column.about.words.some((word) => named.has(word))),
        known,
      );
      const stated = fields.reduce(
        (sum, { sure, field }) => sum + sure * (usual.has(field.path.join('.')) ? 0.3 : 1),
        0,
      );
      const isNoun = (word: string): boolean =>
        known.nouns.includes(word) || known.nouns.includes(word.replace(/s$/u, ''));
      const heads = columns.filter(({ about }) => about.words.some(isNoun)).length;
      const inKey = key?.column.about.words.some(isNoun) ? 1.5 : 0;
      return { known, key, fields, score: stated + Math.min(2, heads * 0.5) + inKey + (title.some(isNoun) ? 1 : 0) };
    })
    .sort((a, b) => b.score - a.score);
};

/** Words of a head that a record may be named by as well as told apart. */
const named = new Set(['name', 'title', 'bezeichnung', 'titel']);

/** Fields that most kinds have: they tell the kinds apart hardly. */
const usual = new Set(['name', 'note', 'origin', 'description', 'statement']);

export type LedgerGuess = {
  readonly columns: Readonly<Partial<Record<keyof typeof knownLedger, SeenColumn>>>;
  readonly score: number;
};

/** Whether each row is a posting: a day, an amount, and a name that comes again, with nothing that tells rows apart. */
export const ledgerOf = (columns: readonly SeenColumn[]): LedgerGuess | undefined => {
  const taken = new Set<SeenColumn>();
  const found: Partial<Record<keyof typeof knownLedger, SeenColumn>> = {};
  let score = 0;
  for (const [part, phrases] of Object.entries(knownLedger) as [keyof typeof knownLedger, readonly string[]][]) {
    const scored = columns
      .filter((column) => !taken.has(column) && column.filled > 0 && fits(column, part))
      .map((column) => ({
        column,
        sure: Math.max(...phrases.map((phrase) => saysPhrase(column.about.words, phrase, []))),
      }))
      .sort((a, b) => b.sure - a.sure);
    const [best] = scored;
    if (!best || best.sure < 0.5) continue;
    taken.add(best.column);
    found[part] = best.column;
    score += best.sure;
  }
  return found.on && found.amount && found.rawName ? { columns: found, score: score + 1 } : undefined;
};

const fits = (column: SeenColumn, part: keyof typeof knownLedger): boolean => {
  const { filled, days, distinct, about } = column;
  if (about.period) return false;
  if (part === 'on') return holdsMostly(column, 'days');
  if (part === 'amount') return holdsMostly(column, 'amounts') && days < filled / 2;
  return days < filled / 2 && !isOfPeople(column) && (distinct < filled || filled < 3);
};
