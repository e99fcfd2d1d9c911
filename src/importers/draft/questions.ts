import type { MappingQuestion } from '#model/mapping-edit.ts';
import { amountsQuestion } from './amounts-guess.ts';
import type { Findings } from './findings.ts';
import { endingQuestion } from './lifecycle-guess.ts';
import { wordsOf } from './profile.ts';
import { secondsReader, type TimeColumn } from './time-guess.ts';
import { datedIn } from './time-roles.ts';

/**
 * What only a person can settle about a log, one sentence or two each, the most harmful to guess first.
 *
 * `ofFormat` is what the way in which the file is written leaves open.
 */
export const questionsOf = (findings: Findings, ofFormat: readonly MappingQuestion[]): MappingQuestion[] =>
  [
    asked('dayOrMonth', dayOrMonth(findings), dayOrMonthChoices(findings)),
    asked('zone', zone(findings)),
    asked('wholeDays', wholeDays(findings), wholeDaysChoices(findings)),
    ...ofFormat,
    asked('item', item(findings)),
    asked('list', list(findings)),
    asked('activities', activities(findings)),
    asked('openStates', openStates(findings)),
    asked('states', states(findings)),
    asked('amounts', amountsQuestion(findings.amounts), amountsChoices(findings)),
    asked('freeText', freeText(findings), freeTextChoices(findings)),
    asked('epoch', epoch(findings)),
  ].filter((question) => question !== undefined);

type Choices = MappingQuestion['choices'];

const asked = (about: string, text: string | undefined, choices: Choices = []): MappingQuestion | undefined =>
  text === undefined ? undefined : { about, text, choices };

const dated = ({ times }: Findings): TimeColumn[] => datedIn(times);

const openDates = (findings: Findings): TimeColumn | undefined =>
  dated(findings).find(({ formats }) => formats.length > 1);

const dayOrMonth = (findings: Findings): string | undefined => {
  const open = openDates(findings);
  if (!open) return undefined;
  const readings = open.formats.map((format) => `${format} (${rangeOf(open, format)})`);
  return `Which comes first in ${open.profile.name}, the day or the month? Every date of the sample can be read as ${readings.join(' and as ')}; the draft takes the first.`;
};

/** Where one column is read otherwise, so are those that are written like it. */
const dayOrMonthChoices = (findings: Findings): Choices => {
  const open = openDates(findings);
  const others = dated(findings).flatMap(({ formats }) => (formats.length === 1 ? formats : []));
  return (open?.formats ?? []).map((format) => ({
    says: `${format}: ${open ? rangeOf(open, format) : ''}`,
    edits: [{ what: 'formats', formats: [...new Set([format, ...others])] }],
  }));
};

const rangeOf = ({ profile }: TimeColumn, format: string): string => {
  const read = secondsReader([format]);
  const seconds = [...profile.values.keys()].map(read).filter((value) => value !== undefined);
  const day = (value: number): string => new Date(value * 1000).toISOString().slice(0, 10);
  const extremes = seconds.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return `from ${day(extremes[0])} to ${day(extremes[1])}`;
};

const zone = (findings: Findings): string | undefined => {
  const open = dated(findings).filter(({ zoneless }) => zoneless);
  if (open.length === 0) return undefined;
  const names = open.map(({ profile }) => profile.name).join(', ');
  return `Which time zone's clocks wrote ${names}? The times say no zone; the draft takes UTC.`;
};

const wholeDays = ({ times: { promised, wholeDays } }: Findings): string | undefined =>
  promised && wholeDays
    ? `Does ${promised.profile.name} mean the whole day? Each stands at midnight; the draft (time: wholeDays) takes work of that day as in time.`
    : undefined;

const wholeDaysChoices = ({ times: { promised } }: Findings): Choices =>
  promised === undefined
    ? []
    : [true, false].map((whole) => ({
        says: whole ? 'The whole day: work of that day is in time' : 'The moment of midnight at its beginning',
        edits: [{ what: 'whole-days', column: promised.profile.name, whole }],
      }));

const item = ({ item, itemIsNamed }: Findings): string | undefined =>
  itemIsNamed
    ? undefined
    : `Does ${item.name} say which item a row is about? No column is named like one, and this one fits best.`;

const list = ({ items, item }: Findings): string | undefined =>
  items.isList
    ? `Is this a log? Each ${item.name} of the sample stands on one row only; a list shows how items ended, not the way they took.`
    : undefined;

const activities = ({ statesAreActivities, columns, states, items, times }: Findings): string | undefined => {
  if ((columns.lifecycle ?? times.started) && columns.activity) {
    return endingQuestion(states.rules, items.last(columns.activity), columns.activity);
  }
  return statesAreActivities && columns.activity
    ? `Does each ${columns.activity.name} mean that an item enters that stage? The log names no states, and the draft takes its activities for them.`
    : undefined;
};

const amountsChoices = ({ amounts }: Findings): Choices =>
  amounts === undefined || amounts.decimal !== undefined
    ? []
    : [
        { says: 'A point stands before the decimals', edits: [{ what: 'decimal', decimal: '.' }] },
        { says: 'A comma stands before the decimals', edits: [{ what: 'decimal', decimal: ',' }] },
      ];

const categoryNames = /^(status category|statuskategorie|state category)$/u;

/** A state, with the category that the tool itself puts it in, where a column says so. */
const withCategory = ({ table, columns: { state } }: Findings, name: string): string => {
  const place = table.columns.findIndex((column) => categoryNames.test(wordsOf(column)));
  const category = state && place >= 0 && table.rows.find((row) => row[state.index] === name)?.[place];
  return `${JSON.stringify(name)}${category ? ` (${table.columns[place]}: ${category})` : ''}`;
};

const openStates = (findings: Findings): string | undefined => {
  const { open } = findings.states;
  if (open.length === 0) return undefined;
  const shown = open.map((state) => withCategory(findings, state)).join(', ');
  return `Does an item in ${shown} wait, or is it worked on? Give ${open.length === 1 ? 'it' : 'each'} the kind queue or active under states; without one its time counts as unmapped.`;
};

const states = (findings: Findings): string | undefined => {
  const { unsure } = findings.states;
  if (unsure.length === 0) return undefined;
  const shown = unsure.slice(0, 12).map((state) => withCategory(findings, state));
  const more = unsure.length > shown.length ? ` and ${unsure.length - shown.length} more` : '';
  return unsure.length === 1
    ? `What does the state ${shown.join()} mean? It is not mapped, and its time counts as unmapped.`
    : `What do the states ${shown.join(', ')}${more} mean? They are not mapped, and their time counts as unmapped.`;
};

const text = /(^| )(description|comment|comments|notes?|remarks?|text|body|work notes|message)( |$)/u;

/** Columns of free text can hold names that no rule finds. */
const textColumns = ({ table, people, json }: Findings): string[] =>
  table.columns.filter(
    (name) =>
      (json.includes(name) || text.test(name.toLowerCase().replace(/[^\p{L}]+/gu, ' '))) &&
      !people.some((profile) => profile.name === name),
  );

const freeTextChoices = (findings: Findings): Choices => [
  { says: 'No: it names nobody', edits: [] },
  {
    says: 'It may: keep pseudonyms only',
    edits: textColumns(findings).map((column) => ({ what: 'column', column, means: ['people'] })),
  },
];

const freeText = (findings: Findings): string | undefined => {
  const names = textColumns(findings);
  return names.length === 0
    ? undefined
    : `${names.length === 1 ? 'Does' : 'Do'} ${names.join(', ')} hold free text that names people? Such text is kept as it is: take the columns out of the export, or list them under "people".`;
};

/** A number is a time only by its size, so a person should see what the draft takes it for. */
const epoch = (findings: Findings): string | undefined => {
  const serial = dated(findings).find(({ formats }) => formats[0] === 'excel');
  if (serial) {
    return `Does ${serial.profile.name} count days as spreadsheets do? Its values are numbers; the draft reads them ${rangeOf(serial, 'excel')}.`;
  }
  const column = dated(findings).find(({ formats }) => formats[0]?.startsWith('epoch-'));
  const format = column?.formats[0];
  if (!column || format === undefined) return undefined;
  const units: Readonly<Record<string, string>> = { 'epoch-s': 'seconds', 'epoch-ms': 'milliseconds' };
  return `Does ${column.profile.name} count ${units[format] ?? 'microseconds'} since 1970? Its values are numbers; the draft reads them ${rangeOf(column, format)}.`;
};
