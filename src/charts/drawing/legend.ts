import { label } from './label.ts';
import { fitted, widthOf } from './letters.ts';
import type { Drawing, Pen } from './pen.ts';
import type { Mark } from './svg.ts';

/** What a look stands for; `swatch` draws it in a box of twelve by twelve whose corner it is given. */
export type Entry = { readonly text: string; readonly swatch: (x: number, y: number) => readonly Mark[] };

/** What each look stands for, on as many lines as it takes, from `top` downwards. */
export const legend = (entries: readonly Entry[], top: number, { width, colour }: Pen): Drawing => {
  let [x, y] = [0, top];
  const marks = entries.flatMap(({ text, swatch }) => {
    const shown = fitted(text, width - 18, 12);
    const wide = 18 + widthOf(shown, 12);
    if (x > 0 && x + wide > width) [x, y] = [0, y + 20];
    const at = x;
    x += wide + 16;
    return [...swatch(at, y), label(shown, at + 18, y + 10, { fill: colour('muted') })];
  });
  return { height: entries.length === 0 ? top : y + 16, marks };
};
