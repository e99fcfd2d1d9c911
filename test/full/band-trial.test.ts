import { bandsAreHeldAgainstWhatCame } from '../band-trial.ts';

bandsAreHeldAgainstWhatCame(200);
