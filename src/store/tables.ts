/** The tables as the newest migration leaves them; what each is for is told there. */
export type Tables = {
  change_set: ChangeSetRow;
  record_version: VersionRow;
  stated_record: { kind: string; design: string; key: string; body: string };
  writer_turn: { id: number; last_change: number; last_recorded_at: string };
  setting: { key: string; value: string };
};

type ChangeSetRow = {
  id: number;
  actor: string;
  actor_verified: 0 | 1;
  recorded_at: string;
  reason: string;
  via: string;
};

type VersionRow = {
  kind: string;
  design: string;
  key: string;
  version: number;
  /** Canonical JSON; null says that the record is closed. */
  body: string | null;
  from_change: number;
  until_change: number | null;
};
