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

export const locale = 'en-GB';

/** How numbers and times are written here. */
export const useWords = (): Words => wordsIn(locale, useContext(WorkspaceContext)?.timeZone ?? 'UTC');
