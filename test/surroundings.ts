import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Zones with halves and quarters of an hour and without, languages with other digits, other letters and other commas. */
export const zones = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'] as const;
export const languages = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8'] as const;

export type Place = { readonly zone: string; readonly language: string };

/** Runs a script of Node in a process of its own, as a machine in another place would. */
export const runIn = ({ zone, language }: Place, script: string, words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', COLUMNS: '100', TZ: zone, LC_ALL: language },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
};
