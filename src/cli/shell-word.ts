/** A path as it can be typed after a command: in single quotes where a shell would read more into it. */
export const word = (path: string): string =>
  /^[\w./@:+~-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/**
 * What is said of a workspace, with its folder behind each command in quotes, so that it can be typed as it stands. The
 * commands that are not about this workspace, or name their folder themselves, stay.
 */
export const inFolder = (text: string, folder: string): string =>
  folder === '.' ? text : text.replaceAll(commands, (_, command: string) => `"throughline ${command} ${word(folder)}"`);

const commands = /"throughline (?!init |tour |serve )([^"\n]+)"/gu;
