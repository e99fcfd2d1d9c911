import { z } from 'zod';
import { Discount } from '#model/discount.ts';
import { Duration } from '#model/duration.ts';
import { Key } from '#model/key.ts';
import { Currency, compareDecimals, Decimal } from '#model/money.ts';
import { TimeZone } from '#model/time-zone.ts';
import { Calendar } from './calendar.ts';

/** What stands in a path for the folder of the evidence. */
export const dataFolderWord = `\${dataFolder}`;

/**
 * Where evidence comes from, and how it is to be read.
 *
 * `path` names a file, a folder, or files by a `*` in its last part; it is taken from the workspace's folder.
 */
export const Source = z.strictObject({
  key: Key.describe('What the source is called in figures and commands. It never changes.'),
  name: z.string().min(1).optional().describe('What people read; the key when left out.'),
  path: z
    .string()
    .min(1)
    .refine((path) => !/\$\{(?!dataFolder\})/.test(path), `a path with no other word in it than ${dataFolderWord}`)
    .refine((path) => !/\*.*\//.test(path), 'a path with * in its last part only')
    .describe(`A file, a folder, or files such as logs/*.csv; may begin with ${dataFolderWord}.`),
  importer: z
    .string()
    .min(1)
    .optional()
    .describe('Which importer reads the files; told from each file when not stated.'),
  mapping: z.string().min(1).describe('The file under maps/ that says what the columns mean.'),
  rhythm: Duration.optional().describe(
    'How often rows are to come, such as P1D or P1W: a source whose last row is older is told as late.',
  ),
});
export type Source = z.infer<typeof Source>;

/** How money of several years is made one figure, and when it needs a case. */
const Finance = z.strictObject({
  discount: Discount.optional().describe(
    'By how much money of later years counts less: one rate such as 0.08, the word green-book, or steps such as {fromYear: 1, rate: 0.035}. Without it nothing is discounted.',
  ),
  prices: z
    .enum(['nominal', 'real'])
    .default('nominal')
    .describe('Whether amounts are of their own year, or all in the prices of one year.'),
  priceYear: z
    .int()
    .min(1900)
    .max(2199)
    .optional()
    .describe('The year in whose prices amounts are stated, where they are real.'),
  gateFrom: Decimal.refine((amount) => compareDecimals(amount, '0') >= 0, 'an amount that is not below nought')
    .default('0')
    .describe(
      'From how much money on, in the currency of totals, nothing is to be spent without baseline, measure and business owner.',
    ),
});

/** What throughline.yaml says: the settings of a workspace. Every one of them has its meaning beside it. */
export const Configuration = z.strictObject({
  name: z.string().min(1).describe('The organisation, as it is named on every page.'),
  currency: Currency.describe('The ISO 4217 currency in which totals are shown.'),
  timeZone: TimeZone.describe('The time zone in which days begin and end, such as Europe/Berlin.'),
  calendar: Calendar.prefault({}).describe('Working hours and holidays; Monday to Friday 08:00-17:00 when left out.'),
  fiscalYearStart: z.int().min(1).max(12).default(1).describe('The month in which the fiscal year begins, 1 to 12.'),
  planningPeriod: z
    .enum(['month', 'quarter', 'half', 'year'])
    .default('quarter')
    .describe('How long a plan holds before the next one is made.'),
  strategicCut: z
    .int()
    .min(1)
    .max(3)
    .default(2)
    .describe('The importance for a goal, 1 to 3, from which on a capability is strategic.'),
  finance: Finance.prefault({}).describe('How money of several years is made one figure, and when it needs a case.'),
  actor: z
    .string()
    .min(1)
    .optional()
    .describe('Who changes this workspace from here. It is recorded, and shown as unverified.'),
  sample: z
    .boolean()
    .default(false)
    .describe('Whether all of it is made up, to be tried out: every page then says so.'),
  largestUpload: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(2_000)
    .describe('How large a file may be that a page hands to the server, in megabytes.'),
  dataFolder: z
    .string()
    .min(1)
    .optional()
    .describe(`The folder that ${dataFolderWord} in a path stands for; THROUGHLINE_DATA_FOLDER comes before it.`),
  sources: z
    .array(Source)
    .default([])
    .check(({ value, issues }) => {
      value.forEach(({ key }, index) => {
        if (value.findIndex((source) => source.key === key) === index) return;
        const message = 'a key that no other source has';
        issues.push({ code: 'custom', input: key, path: [index, 'key'], message });
      });
    })
    .describe('Where evidence comes from.'),
});
export type Configuration = z.infer<typeof Configuration>;
