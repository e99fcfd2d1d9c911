import { z } from 'zod';
import { recordKinds } from '#model/records.ts';
import { holdsMostly, type SeenColumn, valuesOf } from './column-seen.ts';
import { type FieldGuess, meaningOf } from './field-guess.ts';
import { codeOf, formsOf, quoted, saysNothing } from './forms-guess.ts';
import type { KindGuess } from './kind-guess.ts';
import { knownKinds } from './known-fields.ts';
import { type PeriodEntries, periodEntries } from './period-entries.ts';

/** A draft of a mapping, what of it each column is, and what only a person can say. */
export type Draft = {
  readonly mapping: { readonly file: Readonly<Record<string, unknown>>; readonly records: readonly Stated[] };
  readonly read: readonly {
    readonly column: SeenColumn;
    readonly as: string;
    readonly sure: number;
    readonly holds: 'money' | 'number' | 'day' | undefined;
  }[];
  readonly questions: readonly string[];
};

type Stated = {
  readonly kind: string;
  readonly key?: unknown;
  readonly unless?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly lists?: Readonly<Record<string, unknown>>;
};

/** Words of a column by which rows are known. */
export type Words = { readonly column: string; readonly is: readonly string[] };

type Workspace = { readonly currency: string; readonly fiscalYearStart: number };

/** What a table of a kind states, as a mapping: the records of the kind, and what else its columns say beside them. */
export const draftOf = (
  guess: KindGuess,
  columns: readonly SeenColumn[],
  { leftOut, workspace }: { readonly leftOut: readonly Words[]; readonly workspace: Workspace },
): Draft => {
  const { known } = guess;
  const key = guess.key?.column;
  const questions: string[] = [];
  const read: Draft['read'][number][] = key
    ? [{ column: key, as: `${known.kind} key`, sure: guess.key?.isUnique ? 0.95 : 0.5, holds: undefined }]
    : [];
  const fields: Record<string, unknown> = {};
  for (const each of guess.fields) {
    const name = each.field.path.join('.');
    if (each.field.refers !== undefined) {
      questions.push(
        `${quoted(each.column.head)} looks like the ${name} (${each.field.refers.replaceAll('-', ' ')}) of each ${known.kind}: add "${name}: ${each.column.head}" to its fields once those stand under such keys.`,
      );
      continue;
    }
    fields[name] = fromOf(each, known.kind, questions);
    read.push({ column: each.column, as: `${known.kind} ${name}`, sure: each.sure, holds: holdsOf(each) });
  }
  const rest = columns.filter((column) => !read.some((each) => each.column === column));
  const beside = besideOf(guess, rest, fields);
  read.push(...beside.read);
  questions.push(...beside.questions);
  const forms = formsOf(read, workspace);
  questions.push(...placeless(columns.filter((column) => !read.some((each) => each.column === column))));
  const { currency: found } = forms.file;
  const currency = typeof found === 'string' ? found : workspace.currency;
  const unless = leftOut.length > 1 ? leftOut : leftOut[0];
  const main = withRequired(
    known.kind,
    { ...fields, ...currencies(fields, read, currency, workspace.currency) },
    currency,
    questions,
  );
  const own = { kind: known.kind, ...(key ? { key: key.head } : {}), fields: main, lists: beside.own };
  return {
    mapping: {
      file: forms.file,
      records: [own, ...beside.records.map((each) => withCurrency(each, currency))].map((stated) =>
        tidied({ ...stated, unless }),
      ),
    },
    read,
    questions: [...questions, ...forms.questions],
  };
};

const holdsOf = ({ field }: FieldGuess): Draft['read'][number]['holds'] => {
  const { type } = field.holds;
  if (type === 'decimal') return 'money';
  return type === 'number' || type === 'whole' ? 'number' : type === 'day' ? 'day' : undefined;
};

/** That there is money which nothing reads: it must not get lost silently. */
const placeless = (rest: readonly SeenColumn[]): string[] => {
  const money = rest.filter(
    (column) =>
      !column.about.isPercent &&
      holdsMostly(column, 'amounts') &&
      (column.about.currency !== undefined || column.currencies.size > 0),
  );
  return money.length === 0
    ? []
    : [
        `Where do the amounts of ${money.map(({ head }) => quoted(head)).join(', ')} belong? No field was found for them, and they are not read.`,
      ];
};

/** A stated kind without what is empty, its parts in the order in which people read them. */
const tidied = ({ kind, key, unless, fields = {}, lists = {} }: Stated): Stated => ({
  kind,
  ...(key === undefined ? {} : { key }),
  ...(unless === undefined ? {} : { unless }),
  ...(Object.keys(fields).length === 0 ? {} : { fields }),
  ...(Object.keys(lists).length === 0 ? {} : { lists }),
});

const withCurrency = (stated: Stated, currency: string): Stated =>
  stated.kind === 'benefit' ? { ...stated, fields: { ...stated.fields, currency: { is: currency } } } : stated;

/** Amounts in another currency than that of most, where their heads say so. */
const currencies = (fields: Readonly<Record<string, unknown>>, read: Draft['read'], currency: string, usual: string) =>
  Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const sign = read.find(({ as }) => as.endsWith(` ${name}`))?.column.about.currency;
      const code = sign === undefined ? currency : codeOf(sign, usual);
      return name.endsWith('.amount') && code !== currency
        ? [[name.replace(/amount$/u, 'currency'), { is: code }]]
        : [];
    }),
  );

/** A column as a field takes it: as it is, multiplied, or word by word. */
const fromOf = ({ column, field }: FieldGuess, kind: string, questions: string[]): unknown => {
  if (field.holds.type === 'choice') return choiceOf(column, kind, field.path.join('.'), field.holds.words, questions);
  const isAmount = ['decimal', 'number', 'whole'].includes(field.holds.type);
  const odd = isAmount ? column.noAmounts : field.holds.type === 'day' ? column.noDays : [];
  const strange = odd.filter((text) => !saysNothing(text)).slice(0, 3);
  if (strange.length > 0)
    questions.push(
      `${quoted(column.head)} holds what is no ${isAmount ? 'amount' : 'day'} (${strange.map(quoted).join(', ')}): such rows are rejected, unless "nothing" or "exempt" of file has the words.`,
    );
  return isAmount ? valuesOf(column) : column.head;
};

const choiceOf = (
  column: SeenColumn,
  kind: string,
  field: string,
  words: readonly string[],
  questions: string[],
): unknown => {
  const values = [...column.words.keys()].map((word): [string, string | null] => [
    word,
    meaningOf(word, kind, field, words),
  ]);
  const open = values.filter(([, value]) => value === null).map(([word]) => quoted(word));
  if (open.length > 0)
    questions.push(
      `What do these of ${quoted(column.head)} stand for (${words.join(', ')})? ${open.join(', ')} say nothing as yet.`,
    );
  return values.every(([word, value]) => word === value)
    ? column.head
    : { column: column.head, values: Object.fromEntries(values) };
};

/** What comes in each year is not what comes in all. */
const ofOneYear = /\bp\. ?a\.|\bannual|per (?:year|annum)|yearly|\/ ?(?:yr|year|jahr)\b|jährlich|pro jahr/iu;

type Beside = {
  readonly own: PeriodEntries['lists'];
  readonly records: readonly Stated[];
  readonly read: Draft['read'];
  readonly questions: readonly string[];
};

/** What the other columns say: amounts of fiscal periods, and of an initiative its funding and its benefits. */
const besideOf = (
  { known, key: told }: KindGuess,
  rest: readonly SeenColumn[],
  fields: Readonly<Record<string, unknown>>,
): Beside => {
  const key = told?.column;
  if (known.kind !== 'initiative' || !key) {
    const { lists, read, questions } = periodEntries(rest, known);
    return {
      own: lists,
      records: [],
      questions,
      read: read.map((each) => ({ ...each, as: `${known.kind} ${each.as}` })),
    };
  }
  const funding = knownKinds.find(({ kind }) => kind === 'investment') ?? known;
  const { lists, read, questions } = periodEntries(rest, funding);
  const named = typeof fields.name === 'string' ? fields.name : key.head;
  const line = [key.head, { is: 'funding' }];
  const benefit = rest.find(
    (column) =>
      !column.about.period &&
      !column.about.isPercent &&
      holdsMostly(column, 'amounts') &&
      column.about.words.some((word) => /^benefits?$|^nutzen$/u.test(word)) &&
      !ofOneYear.test(column.head),
  );
  return {
    own: {},
    records: [
      ...(read.length > 0
        ? [
            {
              kind: 'investment',
              key: line,
              fields: { name: [named, { is: 'funding' }], basis: { is: 'project' }, class: { is: 'transform' } },
              lists,
            },
            {
              kind: 'chain-link',
              fields: {
                'giver.investment': line,
                'receiver.initiative': [key.head],
                passes: { is: 1 },
                grade: { is: 'D' },
                rationale: { is: 'The table states this money for this initiative alone.' },
              },
            },
          ]
        : []),
      ...(benefit
        ? [
            {
              kind: 'benefit',
              key: [key.head, { is: 'benefit' }],
              fields: {
                name: [named, { is: 'benefit' }],
                kind: { is: 'revenue' },
                wholeLife: valuesOf(benefit),
              },
            },
          ]
        : []),
    ],
    read: [
      ...read.map((each) => ({ ...each, as: `investment ${each.as}` })),
      ...(benefit ? [{ column: benefit, as: 'benefit wholeLife', sure: 0.7, holds: 'money' as const }] : []),
    ],
    questions: [
      ...questions,
      ...(benefit
        ? [
            'Of which kind are the benefits (revenue, cost, risk, experience)? Nothing says so; they are taken as revenue.',
          ]
        : []),
      ...(read.length > 0
        ? ['Of which class is the funding (run, grow, transform)? Nothing says so; it is taken as transform.']
        : []),
    ],
  };
};

/** Fields that a kind has to have: what is taken where no column states them is told. */
const withRequired = (kind: string, fields: Record<string, unknown>, currency: string, questions: string[]) => {
  const known = knownKinds.find((each) => each.kind === kind);
  const { required } = z
    .object({ required: z.array(z.string()).default([]) })
    .parse(known ? z.toJSONSchema(recordKinds[known.kind].schema, { io: 'input', unrepresentable: 'any' }) : {});
  const stated = new Set(Object.keys(fields).map((name) => name.split('.')[0]));
  const more: Record<string, unknown> =
    kind === 'benefit' && !stated.has('unit') && !stated.has('currency') ? { currency: { is: currency } } : {};
  for (const field of required.filter((name) => name !== 'key' && !stated.has(name))) {
    const usual = known?.usual?.[field];
    if (usual === undefined) questions.push(`Each ${kind} has to have a ${field}, and no column states it.`);
    else {
      more[field] = { is: usual };
      questions.push(`Of which ${field} is each ${kind}? No column states it; it is taken as ${usual}.`);
    }
  }
  return { ...fields, ...more };
};
