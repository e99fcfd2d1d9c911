/** Decimal text as people write money: thousands in groups, with the places it has. */
export const money = (amount: string): string => {
  const [whole = '', part] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** Money that was not told is a dash, and never nought. */
export const moneyOr = (amount: string | null): string => (amount === null ? '–' : money(amount));
