import { expect, test } from 'vitest';
import { checkDocument } from './check-document.ts';
import { Configuration, dataFolderWord } from './configuration.ts';
import { problemText } from './problem.ts';

const least = 'name: Acme\ncurrency: EUR\ntimeZone: Europe/Berlin\n';

const told = (text: string): string[] => {
  const checked = checkDocument('throughline.yaml', text, Configuration);
  return 'problems' in checked
    ? checked.problems.map((problem) => problemText(problem).replace('throughline.yaml:', ''))
    : [];
};

const source = (parts: string) => `${least}sources:\n  - {key: desk, mapping: maps/desk.yaml, ${parts}}`;

test.each([
  ['nothing in the least there may be', least, []],
  [
    'all that is missing',
    'name: Acme',
    ['1:1 currency: found nothing, expected text', '1:1 timeZone: found nothing, expected text'],
  ],
  [
    'a setting nobody knows',
    `${least}timezone: UTC`,
    [expect.stringMatching(/^4:1 timezone: found an unknown field "timezone", expected one of calendar, .*, sources$/)],
  ],
  [
    'a misspelt setting',
    `${least}fiscalYearStrat: 4`,
    [expect.stringMatching(/^4:1 fiscalYearStrat: .* did you mean "fiscalYearStart"\?$/)],
  ],
  [
    'a currency that does not exist',
    least.replace('EUR', 'EURO'),
    ['2:1 currency: found "EURO", expected a currency code of three capital letters, such as EUR'],
  ],
  [
    'a misspelt time zone',
    least.replace('Berlin', 'Belrin'),
    [
      '3:1 timeZone: found "Europe/Belrin", expected a time zone such as Europe/Berlin or UTC; did you mean "Europe/Berlin"?',
    ],
  ],
  [
    'an offset instead of a time zone',
    least.replace('Europe/Berlin', '"+02:00"'),
    ['3:1 timeZone: found "+02:00", expected a time zone such as Europe/Berlin or UTC'],
  ],
  ['nothing in a time zone by its other name', least.replace('Europe/Berlin', 'Asia/Kolkata'), []],
  ['nothing in a rate, a schedule or steps', `${least}finance: {discount: 0.08, gateFrom: "50000"}`, []],
  ['nothing in the Green Book', `${least}finance: {discount: green-book, prices: real, priceYear: 2026}`, []],
  [
    'a rate in percent',
    `${least}finance:\n  discount: 8`,
    ['5:3 finance.discount: found 8, expected a rate as a share of one, such as 0.08 for 8%'],
  ],
  [
    'a gate below nought',
    `${least}finance:\n  gateFrom: "-1"`,
    ['5:3 finance.gateFrom: found "-1", expected an amount that is not below nought'],
  ],
  ['a month beyond the year', `${least}fiscalYearStart: 13`, ['4:1 fiscalYearStart: found 13, expected at most 12']],
  [
    'a weekday that does not exist',
    `${least}calendar:\n  hours:\n    mondays: []`,
    ['6:5 calendar.hours.mondays: found "mondays", expected a weekday or a range such as monday-friday'],
  ],
  [
    'hours that are no hours',
    `${least}calendar:\n  hours:\n    monday: [8-17]`,
    ['6:14 calendar.hours.monday[0]: found "8-17", expected hours such as "08:00-17:00"'],
  ],
  [
    'a weekday that is named twice',
    `${least}calendar:\n  hours:\n    monday-friday: ["08:00-17:00"]\n    friday: []`,
    ['7:5 calendar.hours.friday: found an empty list, expected every weekday once: friday is named twice'],
  ],
  ['nothing in a source', source('path: a.csv'), []],
  ['nothing in a source elsewhere', source(`path: "${dataFolderWord}/logs/*.csv"`), []],
  [
    'a path with a word that stands for nothing',
    source(`path: "\${HOME}/a.csv"`),
    [expect.stringContaining(`sources[0].path: found "\${HOME}/a.csv", expected a path with no other word`)],
  ],
  [
    'a star in the middle of a path',
    source('path: "a*/b.csv"'),
    [expect.stringContaining('sources[0].path: found "a*/b.csv", expected a path with * in its last part only')],
  ],
  [
    'a source that is named twice',
    `${source('path: a')}\n  - {key: desk, mapping: b, path: b}`,
    ['6:6 sources[1].key: found "desk", expected a key that no other source has'],
  ],
])('the settings tell %s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('the settings fill in what is left out', () => {
  expect(Configuration.parse({ name: 'Acme', currency: 'EUR', timeZone: 'UTC' })).toEqual({
    name: 'Acme',
    currency: 'EUR',
    timeZone: 'UTC',
    calendar: { hours: { 'monday-friday': ['08:00-17:00'] }, holidays: [] },
    fiscalYearStart: 1,
    planningPeriod: 'quarter',
    strategicCut: 2,
    finance: { prices: 'nominal', gateFrom: '0' },
    sample: false,
    largestUpload: 2000,
    sources: [],
  });
});
