/**
 * Enters one of the project's scripts on any machine with some Node and npm: installs what is missing, then runs the script
 * with the Node that the project brings, and ends with its exit code.
 *
 * Plain JavaScript for old Nodes, and no npm pre-script, because machines that switch install scripts off run none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const [script, ...rest] = process.argv.slice(2);

/** Whether what is installed is what the lock file says, for every package that is not of another platform. */
const installed = () => {
  const seal = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(seal)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(seal, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
};

const npm = (args, stdio = 'inherit', environment = process.env) =>
  spawnSync('npm', args, { cwd: root, stdio, env: environment, shell: process.platform === 'win32' }).status ?? 1;

if (!installed()) {
  console.error('Installing what is missing …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // A registry without the binaries of another platform makes npm ci refuse a lock file that npm install accepts.
  if (npm(['ci', ...quiet], 'ignore') !== 0 && npm(['install', '--no-save', ...quiet]) !== 0) {
    console.error('npm could not install the packages. Is the package registry reachable?');
    process.exit(1);
  }
}

const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!existsSync(brought) && (major < 24 || (major === 24 && minor < 7))) {
  console.error(
    `Node 24.7 or later is needed; this is ${process.versions.node}, and no newer one comes with the packages here.`,
  );
  process.exit(1);
}
const path = existsSync(brought) ? `${brought}${delimiter}${process.env.PATH ?? ''}` : process.env.PATH;
process.exit(npm(['run', '--silent', script, '--', ...rest], 'inherit', { ...process.env, PATH: path }));
