import { discoveryIsHeldAgainstTruth } from '../planted-discovery.ts';

discoveryIsHeldAgainstTruth(Array.from({ length: 20 }, (_, index) => index + 1));
