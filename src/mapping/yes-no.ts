/** Further words of a log for yes and no, in front of those that mean it anywhere; an empty `no` says that nothing means no. */
export type YesNoWords = { readonly yes: readonly string[]; readonly no: readonly string[] };

const yes = listed('true yes y 1 x on ja j oui o si sí s sim tak wahr vrai verdadero ✓ ✔');
const no = listed('false no n 0 off nein non não nao nee nie falsch faux falso ✗ ✘');

/** What a word for yes or no means, whatever its case; undefined for any other word. */
export const readYesNo = (text: string, words: YesNoWords): boolean | undefined => {
  const word = text.trim().normalize().toLowerCase();
  const is = (other: string): boolean => other.normalize().toLowerCase() === word;
  if (words.yes.some(is)) return true;
  if (words.no.some(is)) return false;
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
