import { discoveryIsHeldAgainstTruth } from './planted-discovery.ts';

discoveryIsHeldAgainstTruth([1, 2, 3]);
