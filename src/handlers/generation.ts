import { statSync } from 'node:fs';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { digestOf } from '#mapping/digest.ts';
import { dayOf } from '#model/day.ts';
import { dataFolderOf, filesOf } from '#workspace/source-files.ts';
import { stateOfFiles } from '#workspace/state-of-files.ts';
import type { Room } from './room.ts';

/** One state of all that figures follow from. */
export type Generation = {
  readonly id: string;
  /** The day and the files it followed from, by names, sizes and times: while they stay, only a call can have changed anything. */
  readonly outside: string;
  /** The last change of the records. */
  readonly records: number;
  /** Whether there are figures, which stand as they are until something changes. */
  readonly stands: boolean;
};

/** The state after a call: imports and facts, records, files; and the program, where it is named, because another may answer otherwise. */
export const generationOf = async (room: Room, program = ''): Promise<Generation> => {
  const outside = outsideOf(room);
  const { settings, runs } = await stateOfEvidence(await room.engine());
  const records = await (await room.store()).lastChange();
  const id = digestOf([program, outside, settings, runs, records]).slice(0, 24);
  return { id, outside, records, stands: settings.some(({ key }) => key === 'as-of') };
};

/** What tells one state of rows and facts from any other: the imports, and what is noted when facts are made. */
export const stateOfEvidence = async (engine: Engine) => ({
  settings: await engine.all<{ key: string; value: string }>(
    sql`select key, md5(value) as value from setting order by key`,
  ),
  runs: await engine.all(sql`select run_id, state, modified from import_run order by run_id`),
});

/** The local day, by which things fall due, and the files of a workspace and of its sources, none of which is read. */
export const outsideOf = (room: Room): string => {
  const { configuration, folder } = room.workspace;
  const data = dataFolderOf(folder, configuration, room.surroundings.dataFolder);
  const logs = configuration.sources.flatMap((source) => {
    try {
      return filesOf(source, folder, data).map((file) => {
        const found = statSync(file, { throwIfNoEntry: false });
        return `${file} ${found?.size} ${found?.mtimeMs}`;
      });
    } catch (error) {
      // A source without a file is a state as well; whoever asks for its figures is told.
      return [`${source.key}: ${String(error)}`];
    }
  });
  const today = dayOf(room.surroundings.now().toISOString(), configuration.timeZone);
  return [today, stateOfFiles(folder), ...logs].join('\n');
};
