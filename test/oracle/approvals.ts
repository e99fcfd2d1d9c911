import type { Span } from './clock.ts';
import type { Step } from './steps.ts';

/** A decide step, and since when it was waited for: null where nothing asked for it. */
type Approval = { asked: number | null; decided: number };

/** What each decide step of a cycle answers: its own `by` first, the latest first. */
const approvalsOf = (steps: readonly Step[]): Approval[] => {
  const unanswered: Step[] = [];
  const approvals: Approval[] = [];
  for (const step of steps) {
    if (step.kind === 'ask' || step.kind === 'escalate') unanswered.push(step);
    if (step.kind !== 'decide') continue;
    // No name is nobody's name: then the latest is taken.
    const own = unanswered.findLast((ask) => ask.by !== null && ask.by === step.by);
    const answered = own ?? unanswered.at(-1);
    if (answered) unanswered.splice(unanswered.indexOf(answered), 1);
    approvals.push({ asked: answered?.at ?? null, decided: step.at });
  }
  return approvals;
};

/**
 * The layers, each as the span of its approvals together.
 *
 * An approval that was asked and given at one instant was open at no moment: it is a layer of its own, even inside
 * another's wait.
 */
export const layersOf = (steps: readonly Step[]): Span[] => {
  const spans = approvalsOf(steps)
    .map(({ asked, decided }) => ({ from: asked ?? decided, until: decided }))
    .sort((a, b) => a.from - b.from || a.until - b.until);
  const layers: Span[] = spans.filter(({ from, until }) => from === until);
  let open: Span | null = null;
  for (const span of spans.filter(({ from, until }) => from < until)) {
    if (open && span.from < open.until) open.until = Math.max(open.until, span.until);
    else {
      open = { ...span };
      layers.push(open);
    }
  }
  return layers;
};
