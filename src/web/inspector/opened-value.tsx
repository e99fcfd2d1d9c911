import type { ReactNode } from 'react';
import {
  benefitIn,
  benefitsFigure,
  delayIn,
  financeIn,
  gateFigure,
  linkIn,
  outcomeIn,
  valueIn,
  wholeTrace,
} from '../value-names.ts';
import { AllBenefits } from './all-benefits.tsx';
import { OneDelay } from './delay.tsx';
import { FinanceAccount } from './finance.tsx';
import { WholeGate } from './gate.tsx';
import { OneBenefit } from './one-benefit.tsx';
import { OneOutcome } from './outcome.tsx';
import { ValueLink, ValueNode } from './value.tsx';
import { WholeTrace } from './whole-trace.tsx';

/** What a name opens that stands for money or for what it brings about; nothing where it stands for anything else. */
export const openedValue = (id: string): ReactNode | undefined => {
  if (id === wholeTrace) return <WholeTrace />;
  if (id === benefitsFigure) return <AllBenefits />;
  if (id === gateFigure) return <WholeGate />;
  const [record, link, account] = [valueIn(id), linkIn(id), financeIn(id)];
  if (record) return <ValueNode of={record} />;
  if (link) return <ValueLink of={link} />;
  if (account) return <FinanceAccount of={account} />;
  const [benefit, outcome, delay] = [benefitIn(id), outcomeIn(id), delayIn(id)];
  if (benefit !== undefined) return <OneBenefit of={benefit} />;
  if (outcome !== undefined) return <OneOutcome of={outcome} />;
  return delay === undefined ? undefined : <OneDelay of={delay} />;
};
