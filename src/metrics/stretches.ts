/** A half-open stretch of time, in ms. */
export type Stretch = { readonly from: number; readonly until: number };

/**
 * The rows of each stretch, in the order in which they came; the last column has their instants.
 *
 * Stretches follow each other and may leave gaps; rows that lie in none of them are left out.
 */
export const inStretches = (columns: readonly Float64Array[], stretches: readonly Stretch[]): Float64Array[][] => {
  const { stretchOf, starts } = stretchesOf(columns.at(-1) ?? new Float64Array(), stretches);
  const places = placesOf(stretchOf, starts);
  const ordered = columns.slice(0, -1).map((column) => moved(column, places));
  return stretches.map((_, stretch) => ordered.map((column) => column.subarray(starts[stretch], starts[stretch + 1])));
};

/** Of each row its stretch, or one past the last; and where the rows of each stretch start when they stand stretch by stretch. */
type Placed = { readonly stretchOf: Int32Array; readonly starts: Int32Array };

/**
 * The stretch that each instant lies in, if any. Periods are of much the same length, so a guess is close; where it is none,
 * as for an instant that is none or far away, the first stretch is as good.
 */
const stretchesOf = (instants: Float64Array, stretches: readonly Stretch[]): Placed => {
  const from = Float64Array.from(stretches, (stretch) => stretch.from);
  const until = Float64Array.from(stretches, (stretch) => stretch.until);
  const last = stretches.length - 1;
  const start = from[0] ?? 0;
  const perMs = stretches.length / ((until[last] ?? 0) - start);
  const stretchOf = new Int32Array(instants.length);
  const starts = new Int32Array(stretches.length + 2);
  for (let row = 0; row < instants.length; row++) {
    const at = instants[row] ?? Number.NaN;
    let guess = ((at - start) * perMs) | 0;
    if (guess < 0) guess = 0;
    else if (guess > last) guess = last;
    while (guess < last && at >= (until[guess] ?? 0)) guess++;
    while (guess > 0 && at < (from[guess] ?? 0)) guess--;
    const found = at >= (from[guess] ?? 0) && at < (until[guess] ?? 0) ? guess : stretches.length;
    stretchOf[row] = found;
    starts[found + 1] = (starts[found + 1] ?? 0) + 1;
  }
  for (let stretch = 0; stretch <= stretches.length; stretch++)
    starts[stretch + 1] = (starts[stretch + 1] ?? 0) + (starts[stretch] ?? 0);
  return { stretchOf, starts };
};

/** Where each row goes. */
const placesOf = (stretchOf: Int32Array, starts: Int32Array): Int32Array => {
  const next = starts.slice();
  const places = new Int32Array(stretchOf.length);
  for (let row = 0; row < places.length; row++) {
    const stretch = stretchOf[row] ?? 0;
    const place = next[stretch] ?? 0;
    places[row] = place;
    next[stretch] = place + 1;
  }
  return places;
};

const moved = (column: Float64Array, places: Int32Array): Float64Array => {
  const out = new Float64Array(column.length);
  for (let row = 0; row < out.length; row++) out[places[row] ?? 0] = column[row] ?? Number.NaN;
  return out;
};
