import { spawn } from 'node:child_process';

/** Opens an address where somebody clearly looks: at a terminal, on a desktop. Elsewhere the address that is said has to do. */
export const openInBrowser = (address: string): void => {
  const desktop = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  if (process.platform !== 'linux' || !desktop || !process.stdout.isTTY) return;
  const opener = spawn('xdg-open', [address], { stdio: 'ignore', detached: true });
  // Without such a program nothing opens; the address has been said.
  opener.once('error', () => undefined);
  opener.unref();
};
