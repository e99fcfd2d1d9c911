import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { periodsUpTo, windowOf } from '#api/looked-at.ts';
import { showWorkspace } from '#api/workspace.ts';

/** Asks one thing, in turn with whoever else asks. */
export type Asks = <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
) => Promise<z.output<Answer>>;

/** What the first page asks. */
export const firstAsked = [showWorkspace, diagnoseWorkspace, conformToDesign];

/**
 * Asks what the first page asks, so that it is known when somebody opens it: the workspace, its diagnosis, and the course of
 * the rules over the last periods, the newest first.
 */
export const warmUp = async (asks: Asks): Promise<void> => {
  await asks(showWorkspace, {});
  await asks(diagnoseWorkspace, {});
  // Once more: the first answer may have told what was done to come to it, and is not kept then.
  const workspace = await asks(showWorkspace, {});
  for (const { key } of periodsUpTo(workspace, undefined).toReversed()) {
    await asks(conformToDesign, { ...windowOf(workspace, key) });
  }
};
