import type { ReactNode } from 'react';
import { benefitIn, benefitsFigure, financeIn, linkIn, valueIn, wholeTrace } from '../value-names.ts';
import { AllBenefits } from './all-benefits.tsx';
import { FinanceAccount } from './finance.tsx';
import { OneBenefit } from './one-benefit.tsx';
import { ValueLink, ValueNode } from './value.tsx';
import { WholeTrace } from './whole-trace.tsx';

/** What a name opens that stands for money or for what it brings about; nothing where it stands for anything else. */
export const openedValue = (id: string): ReactNode | undefined => {
  if (id === wholeTrace) return <WholeTrace />;
  if (id === benefitsFigure) return <AllBenefits />;
  const [record, link, account, benefit] = [valueIn(id), linkIn(id), financeIn(id), benefitIn(id)];
  if (record) return <ValueNode of={record} />;
  if (link) return <ValueLink of={link} />;
  if (account) return <FinanceAccount of={account} />;
  return benefit === undefined ? undefined : <OneBenefit of={benefit} />;
};
