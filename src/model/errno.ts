const words: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'it is not allowed',
  EROFS: 'it lies on a file system that cannot be written to',
  ENOSPC: 'there is no space left',
  EDQUOT: 'the quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk does not answer as it should',
};

/** Why the system refused a file, in words; the system's own code where there are none. */
export const whyRefused = (code: unknown): string => words[String(code)] ?? `the system says ${String(code)}`;

/** Whether it is the state of the disk that is at fault, and not the program. */
export const isOfTheDisk = (code: unknown): boolean => Object.hasOwn(words, String(code));
