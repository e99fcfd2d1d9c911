import type { Terminal } from './terminal.ts';

/** Why there is nothing of what was asked for, if there is a reason. */
export const missingLine = ({ line, style }: Terminal, { missing }: { readonly missing: string | null }): void => {
  if (missing !== null) line(style('yellow', missing));
};
