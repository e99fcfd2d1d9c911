/** The unit of money is the code of its currency. */
export const isMoney = (unit: string): boolean => /^[A-Z]{3}$/u.test(unit);

/** Whether a number carries its unit as a sign, such as `61 %`, `4.2 d` or `€12`; any other is a word behind it. */
export const isSign = (unit: string): boolean => isMoney(unit) || unit === 'share' || unit === 'day' || unit === 'hour';
