import type { Chart } from '#charts/define.ts';
import { themes } from '#charts/tokens.ts';
import { save } from '../save.ts';

/** How wide a picture is that goes along, and how many dots of the screen each of its own has. */
const [width, density] = [960, 2];

const noteHeight = 28;

export type Note = { readonly locale: string; readonly timeZone: string; readonly text: string };

/** A picture as a file of its own: headed, in light colours, with a line below that says what it is of. */
const fileOf = <Data>(chart: Chart<Data>, data: Data, { locale, timeZone, text }: Note) => {
  const { svg, height } = chart.picture(data, { width, locale, timeZone, colours: 'light', heading: true });
  const { background, muted } = themes.light;
  const all = height + noteHeight;
  const note = `<text x="0" y="${height + 20}" font-family="system-ui, sans-serif" font-size="12" fill="${muted}">${escaped(text)}</text>`;
  const frame = `viewBox="-16 -12 ${width + 32} ${all + 24}" width="${width + 32}" height="${all + 24}"`;
  const ground = `<rect x="-16" y="-12" width="${width + 32}" height="${all + 24}" fill="${background}"/>`;
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>${ground}${svg}${note}</svg>\n`;
  return { svg: whole, width: width + 32, height: all + 24 };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const blobOf = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

export const saveSvg = <Data>(name: string, chart: Chart<Data>, data: Data, note: Note): void =>
  save(`${name}.svg`, blobOf(fileOf(chart, data, note).svg));

/** The same as dots, drawn by the browser. */
export const savePng = async <Data>(name: string, chart: Chart<Data>, data: Data, note: Note): Promise<void> => {
  const file = fileOf(chart, data, note);
  const address = URL.createObjectURL(blobOf(file.svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = file.width * density;
    canvas.height = file.height * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!png) throw new Error('the browser drew nothing');
    save(`${name}.png`, png);
  } finally {
    URL.revokeObjectURL(address);
  }
};
