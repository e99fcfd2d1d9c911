import type { AtGate } from '#api/finance.ts';
import { ToRecordPage } from '../../parts/to-record.tsx';

type Props = { readonly override: NonNullable<AtGate['override']> };

/** Which role let something through that does not pass the gate, since when, and why. */
export function Granted({ override: { key, grantedBy, on, reason } }: Props) {
  return (
    <>
      <ToRecordPage of={{ kind: 'gate-override', key }}>Let through</ToRecordPage> by {grantedBy} on {on}: {reason}
    </>
  );
}
