import type { DesignModel } from './design-model.ts';

type Tree = Pick<DesignModel, 'capabilities'>;

/** What tells of a capability the line of it and those above it, the nearest first. */
export const linesIn = ({ capabilities }: Tree): ((capability: string) => string[]) => {
  const parents = new Map<string, string | undefined>(capabilities.map(({ key, parent }) => [key, parent]));
  return (capability) => {
    const line: string[] = [];
    for (let at: string | undefined = capability; at !== undefined; at = parents.get(at)) {
      if (line.includes(at)) break;
      line.push(at);
    }
    return line;
  };
};

/** The capabilities with none below them. */
export const leavesOf = ({ capabilities }: Tree): ReadonlySet<string> => {
  const parents = new Set<string | undefined>(capabilities.map(({ parent }) => parent));
  return new Set(capabilities.map(({ key }) => key).filter((key) => !parents.has(key)));
};
