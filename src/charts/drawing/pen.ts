import type { Token } from '../tokens.ts';
import type { Words } from './numbers.ts';
import type { Mark } from './svg.ts';

/** What a chart draws with: the width it has, colours by purpose, and how numbers are written. */
export type Pen = {
  readonly width: number;
  readonly colour: (token: Token) => string;
  readonly words: Words;
};

/** Marks and how high they stand, from nought downwards. */
export type Drawing = { readonly height: number; readonly marks: readonly Mark[] };
