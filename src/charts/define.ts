import { heading } from './drawing/heading.ts';
import { type Words, wordsIn } from './drawing/numbers.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { mark, print } from './drawing/svg.ts';
import { fontFamily, propertyOf, type ThemeName, type Token, themes } from './tokens.ts';

/**
 * What a picture is drawn for.
 *
 * `colours` are custom properties of the page with the light theme behind them, or the plain colours of one theme for a
 * file that goes where there are none. `heading` draws title and subtitle into the picture; a page that writes them
 * itself goes without.
 */
export type Options = {
  readonly width: number;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly colours?: 'properties' | ThemeName;
  readonly heading?: boolean;
};

export type Column = {
  readonly name: string;
  /** As it is written at the head: `days`, `%`; null for names. */
  readonly unit: string | null;
  /** What opens the cases behind a column, where a mark shows all of one. */
  readonly key?: string;
};

/** `key` is what opens the cases behind a row, the same as on the mark that shows it. */
export type Row = { readonly key: string | null; readonly cells: readonly (string | number | null)[] };

/** All that a picture shows, as rows: for who cannot see it, and to take along. */
export type Table = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A chart drawn: the picture with all that is said of it in words. */
export type Picture = {
  readonly chart: string;
  /** What the picture finds, in one sentence. */
  readonly title: string;
  /** Measure, unit, period, n. */
  readonly subtitle: string;
  /** The picture in words. */
  readonly summary: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly table: Table;
};

export type ChartDefinition<Data> = {
  readonly id: string;
  /** A chart that stands in a line or a row is never headed: whatever it stands in says what it is. */
  readonly headed?: false;
  readonly title: (data: Data, words: Words) => string;
  readonly subtitle: (data: Data, words: Words) => string;
  readonly summary: (data: Data, words: Words) => string;
  readonly table: (data: Data, words: Words) => Table;
  readonly draw: (data: Data, pen: Pen) => Drawing;
};

export type Chart<Data> = { readonly id: string; readonly picture: (data: Data, options: Options) => Picture };

/** The narrowest picture; whoever has less room shrinks it. */
const narrowest = 60;

/**
 * A chart: data in, picture out. The same data and options give the same text, byte for byte.
 *
 * The picture stands alone. It runs no script, asks for no style, font or id of the page, and can therefore be shown many
 * times on a page that allows neither.
 */
export const defineChart = <Data>(chart: ChartDefinition<Data>): Chart<Data> => ({
  id: chart.id,
  picture: (
    data,
    { width: wanted, locale = 'en-GB', timeZone = 'UTC', colours = 'properties', heading: headed = true },
  ) => {
    const width = Math.max(narrowest, Math.round(wanted));
    const words = wordsIn(locale, timeZone);
    const colour = (token: Token): string =>
      colours === 'properties' ? `var(${propertyOf(token)}, ${themes.light[token]})` : themes[colours][token];
    const pen: Pen = { width, colour, words };
    const title = chart.title(data, words);
    const subtitle = chart.subtitle(data, words);
    const summary = chart.summary(data, words);
    const head = headed && chart.headed !== false ? heading(title, subtitle, pen) : { height: 0, marks: [] };
    const body = chart.draw(data, pen);
    const height = Math.ceil(head.height + body.height);
    const root = mark(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        class: `chart ${chart.id}`,
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'aria-label': `${title}. ${summary}`,
        'font-family': fontFamily,
        'font-size': 12,
        'font-variant': 'tabular-nums',
        fill: colour('text'),
      },
      ...head.marks,
      ...(head.height === 0 ? body.marks : [mark('g', { transform: `translate(0 ${head.height})` }, ...body.marks)]),
    );
    return {
      chart: chart.id,
      title,
      subtitle,
      summary,
      svg: `${print(root)}\n`,
      width,
      height,
      table: chart.table(data, words),
    };
  },
});
