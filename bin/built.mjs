import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program stands when it is built into a few files, which load in a fraction of the time of a thousand. */
export const buildFolder = fileURLToPath(new URL('../build/', import.meta.url));

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tells one state of the sources and packages from any other, by the sizes and times of their files. */
export const stateOfSources = () => {
  // Of a file only what lies in the sources tells what it is for: the clone itself may stand in a folder of any name.
  const isSource = (path) => !path.endsWith('.test.ts') && !path.slice(root.length).includes(`${sep}fixtures${sep}`);
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter(isSource);
  return [...sources.sort(), join(root, 'package.json'), join(root, 'package-lock.json')]
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path.slice(root.length)} ${size} ${Math.trunc(mtimeMs)}\n`;
    })
    .join('');
};

/** Whether what was built was built from the sources as they are. */
export const isBuilt = () => {
  try {
    return readFileSync(join(buildFolder, 'sources'), 'utf8') === stateOfSources();
  } catch {
    return false;
  }
};
