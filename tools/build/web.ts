import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Puts the pages into a few files named by their content, a screen a file. What is styled or run stands in files of its own. */
export const buildWeb = async (folder: string): Promise<void> => {
  await build({
    configFile: false,
    root: join(root, 'src', 'web'),
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        onLog: (level, log, handle) => {
          // Packages say which of their files are for browsers alone; here all are.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
    logLevel: 'warn',
  });
};
