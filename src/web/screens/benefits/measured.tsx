import { type FormEvent, useId, useState } from 'react';
import { realiseBenefit } from '#api/benefits.ts';
import { ask } from '../../ask.ts';
import { fullMoney } from '../../money.ts';
import { Card } from '../../parts/card.tsx';
import { roleNameIn } from '../../role-name.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { Refusal, useProposal } from '../model/proposal.tsx';
import type { ShownBenefit } from './curve.ts';

/** What is due to be measured, what the business has signed, and a way to do either. */
export function Measured({ answer }: { readonly answer: ShownBenefit }) {
  const words = useWords();
  const roleName = roleNameIn(answer.roles);
  const { benefit, due, signOffs, measuredUntil, workEnds } = answer;
  const isEditable = useView().asOf === undefined;
  const next = due.slice(0, 4);
  return (
    <Card title="Measured and signed">
      <div data-stated={`benefit:${benefit.key}`}>
        <h3>Due</h3>
        {next.length === 0 && <p className="muted">Nothing more is to be measured.</p>}
        <ul className="plain-list lines">
          {next.map(({ period, by, state }) => (
            <li key={period}>
              {period} <span className={`status ${state === 'overdue' ? 'bad' : 'muted'}`}>{state}</span>{' '}
              <span className="muted">until {words.day(by)}</span>
            </li>
          ))}
        </ul>
        <p className="muted small">
          {measuredUntil === null ? 'Nothing says when measuring ends.' : `Measured until ${words.day(measuredUntil)}`}
          {workEnds !== null && `; the work ends ${words.day(workEnds)}.`}
        </p>
        <h3>Signed by the business</h3>
        {signOffs.length === 0 && <p className="muted">No value is confirmed yet.</p>}
        <ul className="plain-list lines">
          {signOffs.map(({ period, value, by, at, isOwner }) => (
            <li key={period}>
              {period}: {fullMoney(value)} {benefit.unit}{' '}
              <span className="muted">
                {roleName(by)}
                {isOwner ? '' : ', not its owner'}
                {at !== null && `, ${words.instant(Date.parse(at))}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="muted small">As long as nobody signs in, a signature is a claim: grade D.</p>
      </div>
      {isEditable && <SignOff answer={answer} />}
    </Card>
  );
}

/** A value of a period is put on record, signed by the business owner where that is ticked; shown before it is done. */
function SignOff({ answer: { benefit, curve, roles } }: { readonly answer: ShownBenefit }) {
  const id = useId();
  const { key, name, unit, businessOwner } = benefit;
  const roleName = roleNameIn(roles);
  const periods = curve.filter(({ over }) => over).flatMap((point) => point.periods);
  const [period, setPeriod] = useState(periods.at(-1) ?? '');
  const [value, setValue] = useState('');
  const [signed, setSigned] = useState(businessOwner !== null);
  const { propose, layer, busy, refusal } = useProposal();
  if (periods.length === 0) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = value.trim();
    void propose({
      title: `${name}, ${period}`,
      does: signed ? 'Sign it' : 'Put it on record',
      done: signed ? `${period} is signed.` : `${period} is on record.`,
      usual: signed ? 'signed off' : 'measured',
      make: async (asked) => {
        const { change, changeSet } = await ask(realiseBenefit, {
          ...asked,
          key,
          period,
          ...(typed === '' ? {} : { value: typed }),
          ...(signed && businessOwner !== null ? { confirmedBy: businessOwner } : {}),
        });
        return { changes: change ? [change] : [], changeSet };
      },
      after: () => setValue(''),
    });
  };
  return (
    <>
      <form
        className="sign-off"
        onSubmit={submit}
        aria-label="Put a value on record or sign it"
        data-stated={`benefit:${key}`}
      >
        <label className="choice">
          <span>Period</span>
          <select value={period} onChange={({ target }) => setPeriod(target.value)}>
            {periods.toReversed().map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <label className="choice" htmlFor={id}>
          <span>Value, {unit}</span>
        </label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder="as it stands"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={signed}
            disabled={businessOwner === null}
            onChange={({ target }) => setSigned(target.checked)}
          />
          signed by
          {businessOwner === null ? ' a business owner, who has to be named first' : ` ${roleName(businessOwner)}`}
        </label>
        <button type="submit" className="primary" disabled={busy || (value.trim() === '' && !signed)}>
          Show what would change
        </button>
      </form>
      {/* What asks back has a form of its own, which may not stand in this one. */}
      <Refusal error={refusal} />
      {layer}
    </>
  );
}
