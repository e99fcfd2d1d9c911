/** The way of a file into the evidence; each step stands in the address. */
export const steps = [
  { id: 'file', title: 'File' },
  { id: 'detect', title: 'Detected' },
  { id: 'map', title: 'Meaning' },
  { id: 'check', title: 'Check' },
  { id: 'preview', title: 'Preview' },
  { id: 'done', title: 'Taken in' },
] as const;
export type Step = (typeof steps)[number]['id'];

type At = { readonly upload: string | undefined; readonly step: string | undefined };

/** The step that an address names, as far as its file is: without one there is only the first, and one that is in is done. */
export const stepOf = ({ upload, step }: At, isTaken: boolean): Step => {
  if (upload === undefined) return 'file';
  if (isTaken) return 'done';
  const found = steps.find(({ id }) => id === step)?.id ?? 'detect';
  return found === 'done' || found === 'file' ? 'detect' : found;
};

/** The step beside another; a file that is of a source already needs no meaning of its own. */
export const beside = (step: Step, by: -1 | 1, isFurther: boolean): Step | undefined => {
  const way = steps.filter(({ id }) => id !== 'map' || !isFurther);
  return way[way.findIndex(({ id }) => id === step) + by]?.id;
};
