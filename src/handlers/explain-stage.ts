import type { Explanation } from '#api/explain.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import type { Ground } from '#metrics/read.ts';
import type { Window } from '#model/window.ts';
import type { Standing } from './refresh.ts';

export type Page = { readonly limit: number; readonly offset: number };

/** What an explanation is made on. */
export type Stage = {
  readonly standing: Standing;
  readonly ground: Ground;
  readonly context: ConformanceContext;
  /** What has to be typed behind the name to be told of a window as of the same instant. */
  readonly words: (window: Window) => readonly string[];
  readonly asOfWords: readonly string[];
  /** What is read of the past is not what a citation would open. */
  readonly past: boolean;
};

/** An explanation but for what is the same in all of them. */
export type Explained<Kind = Explanation> = Kind extends Explanation
  ? Omit<Kind, 'timeZone' | 'inputs' | 'disputes' | 'window' | 'asOf'> & Partial<Kind>
  : never;
