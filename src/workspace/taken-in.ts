import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Placing } from './placing.ts';

/**
 * What is written down of a file while it is taken in, and for as long as that may be taken back: where it went and what
 * was written for it, and no row of it.
 */
const Intake = z.object({
  name: z.string(),
  isNewSource: z.boolean(),
  placing: Placing,
  /** The last run of the source that stood when it was begun: what stood before is none of this file's. */
  lastRun: z.int().default(0),
  /** What became of its rows; null until all of it stands. */
  taken: z
    .object({
      takenAt: z.string(),
      run: z.int(),
      total: z.int(),
      accepted: z.int(),
      rejected: z.int(),
      fates: z.object({ new: z.int(), known: z.int(), superseded: z.int() }),
      from: z.string().nullable(),
      until: z.string().nullable(),
    })
    .nullable(),
});
export type Intake = z.infer<typeof Intake>;

const placeOf = (state: string, upload: string): string => {
  const folder = join(state, 'taken-in');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${upload}.json`);
};

/** What is known of a file that was taken in, or was on its way when a process was killed. */
export const intakeOf = (state: string, upload: string): Intake | undefined => {
  const file = placeOf(state, upload);
  return existsSync(file) ? Intake.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
};

/** Whether a file is on its way in, or was when a process was killed. */
export const isUnderWay = (state: string, upload: string): boolean => intakeOf(state, upload)?.taken === null;

/** All that was taken in and may be taken out again, by what it was handed over as. */
export const intakes = (state: string): { readonly upload: string; readonly intake: Intake }[] =>
  readdirSync(dirname(placeOf(state, '')))
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const upload = basename(file, '.json');
      const intake = intakeOf(state, upload);
      return intake ? [{ upload, intake }] : [];
    });

export const keepIntake = (state: string, upload: string, intake: Intake): void => {
  const file = placeOf(state, upload);
  writeFileSync(`${file}.draft`, JSON.stringify(intake), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
};

export const forgetIntake = (state: string, upload: string): void => rmSync(placeOf(state, upload), { force: true });
