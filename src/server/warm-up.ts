import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { conformToDesign, diagnoseWorkspace } from '#api/diagnosis.ts';
import { explainSaying } from '#api/explain.ts';
import { showFlowMap } from '#api/flow.ts';
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

/**
 * Asks what is opened next: the map of flow, and the rules behind every figure of the first page.
 *
 * Where that page was known from the server before, the files are looked at and the rules read here, and not by whoever
 * asks first.
 */
export const warmNext = async (asks: Asks): Promise<void> => {
  await asks(explainSaying, { id: 'design.rules' });
  await asks(showFlowMap, {});
};
