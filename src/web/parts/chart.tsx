import { useLayoutEffect, useRef, useState } from 'react';
import type { Chart } from '#charts/define.ts';
import { locale, useWorkspace } from '../workspace.ts';

type Props<Data> = { readonly chart: Chart<Data>; readonly data: Data };

/** A chart as wide as the place it stands in. It is the same picture that a report has. */
export function ChartOf<Data>({ chart, data }: Props<Data>) {
  const place = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(0);
  const { timeZone } = useWorkspace();
  // Before anything is painted: what stands below would be pushed down by a picture that comes later.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (place.current) {
      setWidth(Math.floor(place.current.getBoundingClientRect().width));
      observer.observe(place.current);
    }
    return () => observer.disconnect();
  }, []);
  const svg = width === 0 ? '' : chart.picture(data, { width, locale, timeZone, heading: false }).svg;
  return (
    <span
      ref={place}
      className="chart-place"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the picture is our own, and escapes what it is given.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
