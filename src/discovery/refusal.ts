/** Outcomes are words of the mapping's own; those that begin so, in small letters, say no. */
export const refusal =
  '^(?:refus|reject|declin|deni|deny|disapprov|veto|no$|no-go|not[ -]approved|abgelehn|verweiger|zur(?:ü|ue)ckgewiesen|nein$|refus|rejet|non$)';
