import { fullMoney } from '../../money.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { roleNameIn } from '../../role-name.ts';
import { benefitId } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import type { ShownBenefit } from './curve.ts';

/** What was thought before: every forecast that was made, how well they met, what similar ones came to, and whose it was. */
export function Kept({
  answer: { benefit, forecasts, accuracy, reference, owners, roles },
}: {
  readonly answer: ShownBenefit;
}) {
  const words = useWords();
  const roleName = roleNameIn(roles);
  const of = { id: benefitId(benefit.key) };
  const { band } = reference;
  return (
    <>
      <Card title="Forecasts that were made">
        {forecasts.length === 0 && <p className="muted">None is on record.</p>}
        <ul className="plain-list lines">
          {forecasts.map(({ madeOn, profile, isPlan }) => (
            <li key={`${madeOn} ${isPlan}`} data-stated={`benefit:${benefit.key}`}>
              {isPlan ? 'Plan, approved' : 'Forecast, made'} on {madeOn}:{' '}
              <span className="muted">
                {profile.map(({ period, value }) => `${period} ${fullMoney(value)}`).join(', ')}
              </span>
            </li>
          ))}
        </ul>
        {accuracy.some(({ n }) => n > 0) && (
          <ul className="plain-list lines">
            {accuracy
              .filter(({ n }) => n > 0)
              .map(({ months, n, error }) => (
                <li key={months}>
                  <Figure of={of}>
                    made {words.counted(months, 'month')} before, they missed by {words.figure(error, 'share')} on
                    average (n {words.count(n)})
                  </Figure>
                </li>
              ))}
          </ul>
        )}
        <p className="muted small">
          {'low' in band ? (
            <Figure of={of}>
              Finished ones of its kind came to {words.figure(band.low, 'share')}–{words.figure(band.high, 'share')} of
              their plans (n {words.count(band.n)}).
            </Figure>
          ) : (
            <Figure of={of}>
              Not enough data on similar ones: {words.count(band.n)} of {words.count(band.fewest)} are finished.
            </Figure>
          )}
        </p>
      </Card>
      <Card title="Whose it was">
        {owners.length === 0 && <p className="muted">Its owner never changed.</p>}
        <ul className="plain-list lines">
          {owners.map(({ from, to, at, actor, reason }) => (
            <li key={at}>
              {from === null ? 'nobody' : roleName(from)} → {to === null ? 'nobody' : roleName(to)}{' '}
              <span className="muted">
                <time dateTime={at}>{words.instant(Date.parse(at))}</time>, by {actor}: {reason}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
