import { bandsAreHeldAgainstWhatCame } from './band-trial.ts';

bandsAreHeldAgainstWhatCame(2, 0.05);
