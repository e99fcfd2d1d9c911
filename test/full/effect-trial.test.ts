import { effectsAreHeldAgainstTruth } from '../effect-trial.ts';

effectsAreHeldAgainstTruth(1000);
