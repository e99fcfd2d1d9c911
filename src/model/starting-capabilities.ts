import { Capability } from './capability.ts';

/** What IT must be able to do in any organisation: the beginning of a capability map, to be added to and renamed. */
export const startingCapabilities: readonly Capability[] = [
  { key: 'engineering', name: 'Engineering', description: 'Build, change and run software.' },
  {
    key: 'data-and-analytics',
    name: 'Data and analytics',
    description: 'Keep data right and at hand, and learn from it.',
  },
  { key: 'cybersecurity', name: 'Cybersecurity', description: 'Keep systems and data from harm, and recover from it.' },
  { key: 'architecture', name: 'Architecture', description: 'Decide how the parts fit, now and in some years.' },
  { key: 'service-management', name: 'Service management', description: 'Keep services as they were promised.' },
].map((capability) => Capability.parse({ ...capability, kind: 'it' }));
