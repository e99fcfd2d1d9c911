import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '#model/fault.ts';

/** What stands behind the name of a file while it still arrives. */
export const unfinished = '.arriving';

const byteOrderMark = '\u{FEFF}';

/**
 * Puts a whole text in the place of a file at once, so that nobody ever reads half of it.
 *
 * `before` is what was read of it, null where there was none: a file that says something else by now belongs to whoever
 * wrote that, and is refused. The draft beside it begins with a dot, as files do that are no part of a workspace.
 */
export const replaceFile = (path: string, before: string | null, text: string): void => {
  const place = existsSync(path) ? realpathSync(path) : path;
  const found = existsSync(place) ? readFileSync(place, 'utf8') : null;
  const mark = found?.startsWith(byteOrderMark) ? byteOrderMark : '';
  if ((found === null ? null : found.slice(mark.length)) !== before) {
    throw new Fault('file-refused', { path, why: 'somebody changed it meanwhile' });
  }
  mkdirSync(dirname(place), { recursive: true });
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}`);
  try {
    writeFileSync(draft, `${mark}${text}`, found === null ? {} : { mode: statSync(place).mode });
    renameSync(draft, place);
  } finally {
    rmSync(draft, { force: true });
  }
};
