import {
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { csvOf } from '#charts/csv.ts';
import type { Chart } from '#charts/define.ts';
import type { Opened } from '../opened.ts';
import { fileName, saveCsv } from '../save.ts';
import { useChange, useView } from '../view.ts';
import { locale, useWords, useWorkspace } from '../workspace.ts';
import { ChartOf } from './chart.tsx';
import { Figure } from './figure.tsx';
import { Icon } from './icon.tsx';
import { type Note, savePng, saveSvg } from './picture-files.ts';
import { PictureTable } from './picture-table.tsx';

type Props<Data> = {
  readonly chart: Chart<Data>;
  readonly data: Data;
  /** What the whole of it opens; its marks open what their keys name. */
  readonly of?: Opened;
  /** What can be chosen of it. */
  readonly children?: ReactNode;
};

/**
 * A chart with what belongs to it on any page: its finding as a title, its measure below, the same as a table, and ways to
 * take it along.
 */
export function Picture<Data>({ chart, data, of, children }: Props<Data>) {
  const id = useId();
  const { timeZone } = useWorkspace();
  const [asTable, setAsTable] = useState(false);
  const picture = useMemo(
    () => chart.picture(data, { width: 720, locale, timeZone, heading: false }),
    [chart, data, timeZone],
  );
  const { title, subtitle, table } = picture;
  return (
    <figure className="picture" aria-labelledby={id}>
      <figcaption>
        <Whole of={of} className="quiet">
          <h2 id={id}>{title}</h2>
          <span className="muted small">{subtitle}</span>
        </Whole>
      </figcaption>
      {children}
      {asTable ? <PictureTable table={table} of={of} title={title} /> : <Drawn chart={chart} data={data} of={of} />}
      <div className="buttons">
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Icon name="table" /> Table
        </button>
        <TakeAlong chart={chart} data={data} csv={() => csvOf(table)} />
      </div>
    </figure>
  );
}

type WholeProps = Omit<ComponentProps<typeof Figure>, 'of'> & { readonly of: Opened | undefined };

/** What stands for all of a picture opens what it is of. */
function Whole({ of, children, ...rest }: WholeProps) {
  return of ? (
    <Figure of={of} {...rest}>
      {children}
    </Figure>
  ) : (
    children
  );
}

/** The picture itself: a mark opens the cases it stands for, all else what the whole picture is of. */
function Drawn<Data>({ chart, data, of }: Omit<Props<Data>, 'children' | 'of'> & Pick<WholeProps, 'of'>) {
  const change = useChange();
  const { open } = useView();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const mark of place.current?.querySelectorAll<SVGElement>('[data-key]') ?? [])
      mark.classList.toggle('opened', mark.dataset.key === open);
  });
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const key =
      event.target instanceof Element ? event.target.closest<SVGElement>('[data-key]')?.dataset.key : undefined;
    if (key === undefined) return;
    event.preventDefault();
    change({ open: key });
  };
  return (
    <div ref={place} className="drawing">
      <Whole of={of} className="strip" tabIndex={-1} onClick={onClick}>
        <ChartOf chart={chart} data={data} />
      </Whole>
    </div>
  );
}

type TakeProps<Data> = { readonly chart: Chart<Data>; readonly data: Data; readonly csv: () => string };

/** The same as files: numbers for a table, lines for a document, dots for a slide. */
function TakeAlong<Data>({ chart, data, csv }: TakeProps<Data>) {
  const note = useNote();
  const { period, scope } = useView();
  const [failed, setFailed] = useState<string>();
  const name = fileName([chart.id, scope, period].filter((part) => part !== undefined).join(' '));
  const png = async (): Promise<void> => {
    try {
      await savePng(name, chart, data, note);
      setFailed(undefined);
    } catch {
      setFailed('The browser could not draw it; take the SVG.');
    }
  };
  return (
    <>
      <button type="button" onClick={() => saveCsv(name, csv())}>
        <Icon name="download" /> CSV
      </button>
      <button type="button" onClick={() => saveSvg(name, chart, data, note)}>
        <Icon name="download" /> SVG
      </button>
      <button type="button" onClick={() => void png()}>
        <Icon name="download" /> PNG
      </button>
      {failed !== undefined && (
        <span role="alert" className="small">
          {failed}
        </span>
      )}
    </>
  );
}

/** What stands below a picture that leaves the page: whose it is, as of when, and that it is made up where it is. */
const useNote = (): Note => {
  const words = useWords();
  const { asOf } = useView();
  const { name, sample, timeZone, asOf: latest } = useWorkspace();
  const instant = latest === null ? '' : `, as of ${asOf ?? words.instant(Date.parse(latest))}`;
  return { locale, timeZone, text: `${sample ? 'Sample data. ' : ''}${name}${instant}` };
};
