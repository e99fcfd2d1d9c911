import { brokenFormulasShow } from './formulas.ts';

/** One of each kind, the quickest. */
brokenFormulasShow(['decision.distance', 'governance.settled-once', 'sign.flow-breakdown'], 20);
