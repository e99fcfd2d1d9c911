import type { BenefitRow, Realisation, Total } from '#api/benefits.ts';
import { money, moneyOr } from './money.ts';
import { counted, percent } from './numbers.ts';
import type { Terminal } from './terminal.ts';

/** A rate, or a dash where it is unknown. */
export const rate = (share: number | null): string => (share === null ? '–' : percent(share));

/** Amounts and rates of something in a few words. */
const realised = ({ realised: came, plannedMeasured, toDate, coverage }: Realisation): string =>
  came === null
    ? 'nothing measured against a plan'
    : `${money(came)} of ${moneyOr(plannedMeasured)} planned, ${rate(toDate)}; measured: ${rate(coverage)} of the plan to date`;

/** What benefits of one unit came to, by every reading of "realised". */
export const totalLines = ({ line, style }: Terminal, total: Total, name: string = total.unit): void => {
  const { gross, net, n, disbenefits, count, weighted } = total;
  line(`${style('bold', name)}  ${realised(gross)}  n ${n}`);
  if (disbenefits > 0) line(`  net of ${counted(disbenefits, 'disbenefit')}: ${realised(net)}`);
  const whole = `of the whole plan ${rate(gross.ofLifetime)}`;
  const reached = `at their plan ${count.reached} of ${count.of}`;
  line(style('dim', `  ${whole} · ${reached} · weighted by whole plans ${rate(weighted)} · complete count`));
};

/** A shortfall in a few words; nothing where there is none. */
export const shortfallText = ({ shortfall, unit }: BenefitRow): string => {
  if (!shortfall) return '';
  const { amount, since, state, action } = shortfall;
  const what = {
    unexplained: 'no cause and action noted',
    'in-hand': `in hand until ${action?.due}`,
    'action-overdue': `its action was due ${action?.due}`,
  };
  return `${money(amount)} ${unit} short since ${since}: ${what[state]}`;
};
