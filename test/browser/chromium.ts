import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const chromium = '/usr/bin/chromium';

/** The browser of the system is used, and installed where that may be done; a test that needs one is never passed over. */
export const setup = (): void => {
  if (existsSync(chromium)) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  }
  if (existsSync(chromium)) return;
  throw new Error(
    `The browser tests need Chromium at ${chromium}, and ${isRoot ? 'apt-get could not install it' : 'only root may install it here'}. On Debian: apt-get install chromium`,
  );
};
