import type { DesignModel } from '#model/design-model.ts';
import { ownedBy } from '#model/ownership.ts';

/** Whether somebody is accountable for something that work items can belong to. */
export const statesOwners = ({ ownerships }: DesignModel): boolean =>
  ownerships.some((ownership) => {
    const { kind } = ownedBy(ownership);
    return ownership.as === 'accountable' && (kind === 'capability' || kind === 'initiative');
  });
