import { label } from './label.ts';
import { wrapped } from './letters.ts';
import type { Drawing, Pen } from './pen.ts';

const titleSize = 16;
const titleLine = 22;

/** The finding, on as many lines as it takes, and what was measured below it. */
export const heading = (title: string, subtitle: string, { width, colour }: Pen): Drawing => {
  const lines = wrapped(title, width, titleSize, true);
  const below = wrapped(subtitle, width, 12, false, 2);
  const marks = [
    ...lines.map((text, index) => label(text, 0, 16 + index * titleLine, { size: titleSize, bold: true })),
    ...below.map((text, index) =>
      label(text, 0, 16 + (lines.length - 1) * titleLine + 20 + index * 16, { fill: colour('muted') }),
    ),
  ];
  return { height: lines.length * titleLine + below.length * 16 + 14, marks };
};
