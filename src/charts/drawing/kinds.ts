import type { StageKind, TimeClass } from '#model/kinds.ts';
import type { Token } from '../tokens.ts';

/** One colour a kind of stage or of time, on all charts. Work is solid; waiting is the light fill of its colour. */
export const kindToken: Readonly<Record<StageKind | TimeClass, Token>> = {
  new: 'series6',
  queue: 'series2',
  handoff: 'series5',
  decision: 'series4',
  blocked: 'series6',
  active: 'series1',
  done: 'series3',
  cancelled: 'muted',
  unmapped: 'border',
};

/** How strong the fill is, by which work and waiting are told apart without their colours. */
export const kindOpacity = (kind: StageKind | TimeClass): number => (kind === 'active' ? 1 : 0.3);
