import type { Diagnosis } from '#model/diagnosis.ts';
import type { SignPlace } from '#model/sign.ts';
import { amount } from '../../amount.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useWords } from '../../workspace.ts';
import { type BriefFinding, evidenceOf, findingsOf } from './findings-of.ts';
import { toDecide } from './to-decide.ts';

const most = 5;
const mostEvidence = 2;

/** What needs a decision, worst first: what it is, what shows it, what is to be decided. */
export function Findings({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const all = findingsOf(diagnosis);
  const shown = all.slice(0, most);
  const more = all.length - shown.length;
  return (
    <Card
      title="Findings"
      says={more > 0 ? <Figure of={{ id: 'design.rules' }}>{more} more</Figure> : 'worst first'}
      className="findings"
    >
      {shown.length === 0 && <NoFindings diagnosis={diagnosis} />}
      <ol>
        {shown.map((finding) => (
          <li key={finding.id}>
            <FindingHead finding={finding} />
            {finding.kind === 'sign' ? <SignEvidence finding={finding} /> : <RuleEvidence finding={finding} />}
            {toDecide[finding.id] !== undefined && (
              <p className="to-decide">
                <strong>To decide:</strong> {toDecide[finding.id]}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function FindingHead({ finding }: { readonly finding: BriefFinding }) {
  const title = finding.kind === 'sign' ? finding.sign.title : finding.rule.title;
  const called = finding.kind === 'rule' || finding.sign.status === 'called';
  return (
    <h3>
      <Figure of={{ id: finding.id }} className="quiet">
        {title}
        <span className="severity">severity {Math.round(finding.severity)}</span>
      </Figure>
      <span className={`status ${called ? 'bad' : 'warn'}`}>
        <span aria-hidden="true">{called ? '●' : '◐'}</span> {called ? 'beyond tolerable' : 'to be watched'}
      </span>
    </h3>
  );
}

function SignEvidence({ finding: { sign } }: { readonly finding: Extract<BriefFinding, { kind: 'sign' }> }) {
  return (
    <ul className="evidence">
      {evidenceOf(sign)
        .slice(0, mostEvidence)
        .map(({ rule, says, where }) => (
          <li key={rule}>
            <Figure of={{ id: rule }} className="quiet">
              {says}
              {where && `; ${placeText(where)}`}
            </Figure>
          </li>
        ))}
    </ul>
  );
}

const placeText = ({ kind, scope, name, value }: SignPlace): string => {
  const place = scope === 'object' ? name : `${scope.replaceAll('-', ' ')} ${name}`;
  if (kind === 'worse') return `worst in ${place}`;
  return value > 0.995 ? `all of it in ${place}` : `${Math.round(value * 100)}% of it in ${place}`;
};

function RuleEvidence({ finding: { rule } }: { readonly finding: Extract<BriefFinding, { kind: 'rule' }> }) {
  const words = useWords();
  const range = words.range(rule, rule.unit);
  return (
    <ul className="evidence">
      <li>
        <Figure of={{ id: rule.rule }} className="quiet">
          {amount(words, rule.value, rule.unit, rule)}
          {range === '' ? '' : ` (95% interval ${range})`}, designed{' '}
          {amount(words, rule.breakpoints.asDesigned, rule.unit)}, n {words.count(rule.n)}
        </Figure>
      </li>
    </ul>
  );
}

function NoFindings({ diagnosis: { kept, tolerable } }: { readonly diagnosis: Diagnosis }) {
  if (kept.length + tolerable.length === 0) {
    return <p className="muted">No rule of the design could be read. What each lacks stands beside.</p>;
  }
  return <p>Every rule that could be read is kept, or within what is tolerable.</p>;
}
