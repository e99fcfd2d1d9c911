import { createContext, useContext } from 'react';
import type { WorkspaceCard } from '#api/workspace.ts';
import { type Words, wordsIn } from '#charts/drawing/numbers.ts';

export const WorkspaceContext = createContext<WorkspaceCard | undefined>(undefined);

/** The workspace that a screen shows; screens are drawn once it is known. */
export const useWorkspace = (): WorkspaceCard => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('a screen was drawn before the workspace was known');
  return workspace;
};

/** Whether rows of any log are held: what is found in evidence is asked for only then. */
export const useIsLogged = (): boolean => useWorkspace().sources.some(({ accepted }) => accepted > 0);

export const locale = 'en-GB';

/** How numbers and times are written here: made once, because every row of every table asks. */
export const useWords = (): Words => {
  const timeZone = useContext(WorkspaceContext)?.timeZone ?? 'UTC';
  const words = wordsOf.get(timeZone) ?? wordsIn(locale, timeZone);
  wordsOf.set(timeZone, words);
  return words;
};

const wordsOf = new Map<string, Words>();
