import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { listImports } from '#api/evidence.ts';
import type { Handler } from '#handlers/define.ts';
import { Jobs } from '#jobs/jobs.ts';
import { KeptJobs } from '#jobs/kept.ts';
import { stateFolderName } from '#workspace/state-folder.ts';
import type { Desk } from './desk.ts';
import { problemOf } from './problem.ts';

type Served = {
  readonly folder: string;
  readonly desk: Desk;
  readonly handlers: readonly Handler[];
  readonly onBug: (error: unknown) => void;
};

/** The jobs of a workspace, done at its desk. */
export const jobsOf = ({ folder, desk, handlers, onBug }: Served, now: () => Date): Jobs => {
  const called = (id: string): Handler => {
    const found = handlers.find(({ endpoint }) => endpoint.id === id);
    if (!found) throw new Error(`nobody answers ${id}`);
    return found;
  };
  return new Jobs({
    kept: new KeptJobs(join(folder, stateFolderName, 'jobs')),
    now,
    life: randomBytes(4).toString('hex'),
    doing: () => desk.doing,
    isBegunAgain: (id) => handlers.some(({ endpoint }) => endpoint.id === id && endpoint.job === 'begun-again'),
    answer: async ({ endpoint: id, input }, turn) => {
      const handler = called(id);
      // It was written down by this version of the program or another.
      return (await desk.answer(handler, handler.endpoint.input.parse(input), turn)).answer;
    },
    standing: async (since) => {
      const { answer } = await desk.answer(called(listImports.id), { offset: 0 });
      const { imports } = listImports.answer.parse(answer);
      // An import is dated to the second.
      return imports.filter(({ state, importedAt }) => state === 'committed' && importedAt >= secondOf(since));
    },
    problemOf: (error) => {
      const problem = problemOf(error);
      if (problem.status === 500) onBug(error);
      return problem;
    },
  });
};

const secondOf = (instant: string): string => `${instant.slice(0, 19)}Z`;
