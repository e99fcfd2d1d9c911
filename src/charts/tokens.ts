/** What a colour is for. Whoever paints names the purpose; the theme has the colour. */
export type Token = keyof typeof light;

export type ThemeName = 'light' | 'dark';

const light = {
  background: '#FFFFFF',
  surface: '#F6F7F9',
  text: '#171A1F',
  muted: '#596273',
  /** The edge of a control, or of a mark whose fill alone would be too faint. */
  border: '#848D9D',
  /** Lines that only help the eye: a tenth of the ink of the text. Nothing may be told by them alone. */
  grid: '#E8E8E9',
  accent: '#2458C5',
  bad: '#B42318',
  warn: '#8A5A00',
  good: '#0B6B52',
  series1: '#2E5EE4',
  onSeries1: '#FFFFFF',
  series2: '#E27027',
  series3: '#16A66E',
  series4: '#AB63AD',
  series5: '#594411',
  series6: '#22414D',
  /** From little to much, one hue; a value printed on a step has the ink of `onStep`. */
  step1: '#E6EEFC',
  step2: '#BAD0F7',
  step3: '#7FA6EE',
  step4: '#3A68CC',
  step5: '#193B8C',
  onStep1: '#171A1F',
  onStep2: '#171A1F',
  onStep3: '#171A1F',
  onStep4: '#FFFFFF',
  onStep5: '#FFFFFF',
} as const;

const dark: Readonly<Record<Token, string>> = {
  background: '#14171C',
  surface: '#1B1F26',
  text: '#E8EAEE',
  muted: '#A3ACBB',
  border: '#697386',
  grid: '#292C31',
  accent: '#7AA7FF',
  bad: '#FF8A80',
  warn: '#F0B64A',
  good: '#4CC9A0',
  series1: '#3861E3',
  onSeries1: '#FFFFFF',
  series2: '#E87649',
  series3: '#27F0AD',
  series4: '#AC55A6',
  series5: '#F7CC0D',
  series6: '#B5D7F1',
  step1: '#1D2A44',
  step2: '#264A8C',
  step3: '#3F72CF',
  step4: '#7AA7FF',
  step5: '#C9DCFF',
  onStep1: '#E8EAEE',
  onStep2: '#E8EAEE',
  onStep3: '#FFFFFF',
  onStep4: '#14171C',
  onStep5: '#14171C',
};

/** Every colour of the product, by theme: the pages print them as custom properties, the charts read those. */
export const themes: Readonly<Record<ThemeName, Readonly<Record<Token, string>>>> = { light, dark };

/** The custom property of a token: `--colour-on-step1`. */
export const propertyOf = (token: Token): string =>
  `--colour-${token.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)}`;

/** The declarations of a theme, for a style sheet: one a line, without braces. */
export const declarationsOf = (theme: ThemeName): string =>
  Object.entries(propertiesOf(theme))
    .map(([property, colour]) => `${property}: ${colour};`)
    .join('\n');

const tokens = Object.keys(light) as Token[];

const propertiesOf = (theme: ThemeName): Record<string, string> =>
  Object.fromEntries(tokens.map((token) => [propertyOf(token), themes[theme][token]]));

/** The stack of the house: no face is fetched from anywhere. */
export const fontFamily = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
