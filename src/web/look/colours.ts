import { declarationsOf } from '#charts/tokens.ts';

const indented = (text: string): string => text.replaceAll(/^(?=.)/gmu, '  ');

const block = (selector: string, theme: 'light' | 'dark'): string =>
  `${selector} {\n  color-scheme: ${theme};\n${indented(declarationsOf(theme))}\n}\n`;

/** The colours of both themes as custom properties: as the machine is, or as somebody chose; on paper always the light ones. */
export const coloursCss = (): string =>
  [
    '/* Written by colours.test.ts from the tokens of the charts. */\n',
    block(':root', 'light'),
    `@media screen and (prefers-color-scheme: dark) {\n${indented(block(':root:not([data-theme="light"])', 'dark'))}}\n`,
    `@media screen {\n${indented(block(':root[data-theme="dark"]', 'dark'))}}\n`,
  ].join('\n');
