import { subjects } from '../../tools/break-formulas/subjects.ts';
import { brokenFormulasShow } from '../formulas.ts';

brokenFormulasShow(subjects.filter(({ kind }) => kind === 'metric').map(({ id }) => id));
