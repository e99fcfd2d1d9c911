/** A figure, or none and why there is none. Nothing is ever nought for want of data. */
export type Told<T> =
  | { readonly value: T; readonly missing?: undefined }
  | { readonly value: null; readonly missing: string };

export const told = <T>(value: T): Told<T> => ({ value });
export const untold = <T>(missing: string): Told<T> => ({ value: null, missing });
