/** A path as it can be typed after a command: in single quotes where a shell would read more into it. */
export const word = (path: string): string =>
  /^[\w./@:+~-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
