const kept = 'throughline.letters';

/** Whether single letters are short cuts. Who speaks to the machine, or strays on its keys, can turn them off. */
export const lettersCount = (): boolean => localStorage.getItem(kept) !== 'off';

export const countLetters = (count: boolean): void => localStorage.setItem(kept, count ? 'on' : 'off');
