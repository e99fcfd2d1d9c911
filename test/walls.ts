/**
 * Who may import whom: one row a folder, and what is not written is forbidden.
 *
 * `node` lists the built-in modules a folder may use; most folders of pure rules have none. Tests may import anything of
 * their own folder's row and the test runner besides.
 */
type Wall = {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  readonly node: readonly string[];
};

export const walls: Readonly<Record<string, Wall>> = {
  model: { folders: [], packages: ['zod'], node: [] },
  store: { folders: ['model'], packages: ['kysely', 'pg'], node: ['sqlite'] },
  workspace: { folders: ['model', 'store'], packages: ['yaml', 'zod'], node: ['crypto', 'fs', 'path'] },
  engine: { folders: ['model'], packages: ['@duckdb/node-api'], node: ['fs'] },
  mapping: { folders: ['model'], packages: ['zod'], node: ['crypto'] },
  importers: {
    folders: ['engine', 'mapping', 'model'],
    packages: ['saxes', 'yaml'],
    node: ['fs', 'path', 'zlib', 'crypto', 'stream'],
  },
  'record-files': {
    folders: ['model'],
    packages: ['saxes', 'yaml', 'zod'],
    node: ['path', 'util', 'worker_threads', 'zlib'],
  },
  value: { folders: ['model'], packages: [], node: [] },
  exporters: { folders: ['model'], packages: [], node: [] },
  facts: { folders: ['engine', 'mapping', 'model', 'value'], packages: [], node: ['worker_threads'] },
  metrics: { folders: ['engine', 'facts', 'model'], packages: [], node: [] },
  discovery: {
    folders: ['engine', 'facts', 'model'],
    packages: ['graphology', 'graphology-communities-louvain', 'graphology-metrics', 'yaml'],
    node: [],
  },
  flow: { folders: ['discovery', 'engine', 'metrics', 'model'], packages: [], node: [] },
  conformance: { folders: ['discovery', 'engine', 'facts', 'model'], packages: [], node: [] },
  signs: { folders: ['model'], packages: [], node: [] },
  diagnosis: { folders: ['conformance', 'engine', 'metrics', 'model', 'signs'], packages: [], node: [] },
  charts: { folders: ['model'], packages: [], node: [] },
  api: { folders: ['model'], packages: ['zod'], node: [] },
  handlers: {
    folders: [
      'api',
      'conformance',
      'diagnosis',
      'discovery',
      'engine',
      'exporters',
      'facts',
      'flow',
      'importers',
      'mapping',
      'metrics',
      'model',
      'record-files',
      'signs',
      'store',
      'value',
      'workspace',
    ],
    packages: ['zod'],
    node: ['crypto', 'fs', 'path', 'zlib'],
  },
  jobs: { folders: ['api', 'model'], packages: [], node: ['fs', 'path'] },
  server: {
    folders: ['api', 'handlers', 'jobs', 'model', 'workspace'],
    packages: ['hono', '@hono/node-server', 'zod'],
    node: ['crypto', 'fs', 'http', 'net', 'path', 'stream'],
  },
  web: {
    folders: ['api', 'charts', 'model'],
    packages: ['@tanstack/react-query', '@tanstack/react-router', 'react', 'react-dom', 'yaml', 'zod'],
    node: [],
  },
  cli: {
    folders: ['api', 'handlers', 'model', 'server'],
    packages: ['commander', 'zod'],
    node: ['child_process', 'crypto', 'fs', 'module', 'os', 'path'],
  },
};

/** What a test may import besides its own folder's row. */
export const forTests = {
  /** Logs for facts are read in as every log is, from a file through the importers; metrics and diagnoses are read from facts. */
  folders: { facts: ['importers'], metrics: ['facts'], flow: ['facts'], diagnosis: ['facts'] } as Readonly<
    Record<string, readonly string[]>
  >,
  packages: ['vitest', 'fast-check'],
  /** Pictures are read as any reader of XML would. */
  ownPackages: { charts: ['saxes'] } as Readonly<Record<string, readonly string[]>>,
  node: ['fs', 'path', 'os', 'crypto', 'zlib', 'url', 'child_process'],
};

/** Names that say nothing about what a folder is for. */
export const forbiddenFolders = ['utils', 'shared', 'common', 'helpers', 'core', 'lib'];
