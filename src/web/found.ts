/** Whether a text has every word that is looked for, in any order and however it is written large or small. */
export const isFound = (text: string, find: string | undefined): boolean => {
  if (find === undefined) return true;
  const searched = text.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => searched.includes(word));
};
