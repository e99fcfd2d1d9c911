import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { benefitCurve } from '#charts/benefit-curve.ts';
import { Asked } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Picture } from '../../parts/picture.tsx';
import { ToRecordPage } from '../../parts/to-record.tsx';
import { theBenefit } from '../../queries.ts';
import { roleNameIn } from '../../role-name.ts';
import { benefitId } from '../../value-names.ts';
import { useView, type View } from '../../view.ts';
import { BackToMoney } from './back-to-money.tsx';
import { BenefitSentence } from './benefit-sentence.tsx';
import { Claims } from './claims.tsx';
import { curveOf, type ShownBenefit } from './curve.ts';
import { Kept } from './kept.tsx';
import { Measured } from './measured.tsx';

/** One benefit: its curve, what is claimed of it, who owns it, what is due, and what the business has signed. */
export function BenefitPage({ of }: { readonly of: string }) {
  const query = useQuery(theBenefit(of, useView().asOf));
  return (
    <article className="benefits">
      <p className="muted small">
        <Link to="/benefits" search={(before: View) => before} className="record-link">
          Benefits
        </Link>
      </p>
      <Asked query={query} what="Opening the benefit">
        {(answer) => <Shown answer={answer} />}
      </Asked>
    </article>
  );
}

function Shown({ answer }: { readonly answer: ShownBenefit }) {
  const { benefit } = answer;
  const { key, name, businessOwner } = benefit;
  const roleName = roleNameIn(answer.roles);
  return (
    <>
      <header>
        <PageTitle stated={`benefit:${key}`}>{name}</PageTitle>
        <p className="muted">
          Business owner:{' '}
          {businessOwner === null ? <span className="status bad">nobody</span> : roleName(businessOwner)} ·{' '}
          <ToRecordPage of={{ kind: 'benefit', key }}>The record with all it says, to be edited</ToRecordPage>
        </p>
      </header>
      <BenefitSentence answer={answer} />
      <section className="card" aria-label="Curve">
        <Picture chart={benefitCurve} data={curveOf(answer)} of={{ id: benefitId(key) }} />
      </section>
      <div className="model-grid">
        <Measured answer={answer} />
        <Claims answer={answer} />
        <Kept answer={answer} />
      </div>
      <BackToMoney of={key} traced={benefit.values > 0 ? 'realised' : 'planned'} />
    </>
  );
}
