/**
 * What tools call their columns in exports, in words, tool by tool; of each part the likeliest stand first.
 *
 * Jira, ServiceNow, Azure DevOps, GitHub, GitLab, Zendesk, OTRS and Znuny, Remedy and TOPdesk, in English and German. Names
 * that several of them share stand once.
 */
const known = {
  item: [
    'issue key|vorgangsschlüssel|schlüssel',
    'number|nummer|id|issue id|vorgangs id|vorgang|ticket|ticket id|ticket nr|ticketnummer|ticket number',
    'documentkey|incident id|incident number|vorgangsnummer|meldungsnummer|call number|störungsnummer|anfragenummer|auftragsnummer',
  ],
  at: [
    'updated|aktualisiert|updated at|updated at utc|sys updated on|changed date|changed|geändert|geändert am',
    'last modified date|modification date|änderungsdatum|zuletzt geändert|zuletzt aktualisiert|letzte änderung|zeitstempel',
    'zeitpunkt|datum',
  ],
  created: [
    'opened|geöffnet|eröffnet|opened at|reported date|call date|meldedatum|gemeldet|gemeldet am|eingang|eingangsdatum',
    'created|erstellt|created at|created at utc|created date|creation date|submit date|erstellt am',
    'erstellungsdatum|angelegt|angelegt am|erfasst|erfasst am',
  ],
  ended: [
    'resolved|resolved at|resolved on|resolved time|resolved date|date resolved|resolution date|resolution time|gelöst',
    'gelöst am|erledigt|erledigt am|solved|solved at|initially resolved|closed|closed at|closed on|closed time|close time',
    'closed date|close date|date closed|geschlossen|geschlossen am|closed at utc|completed|completed at|completed on',
    'completed date|completion date|date completed|completed time|abgeschlossen|abgeschlossen am|abschlussdatum|actual end',
  ],
  promised: [
    'due date|fälligkeitsdatum|fällig bis|fällig am|fällig|fälligkeit|due|due at|target date|zieldatum|zieltermin',
    'lösung bis|erledigen bis|frist|termin|liefertermin|wunschtermin|solltermin|soll termin|zugesagt bis|zugesagt für',
  ],
  state: [
    'status|state|zustand|statut|état|etat|ticketstatus|vorgangsstatus|bearbeitungsstatus|incident state|column|board column',
  ],
  team: [
    'assignment group|zuweisungsgruppe|bearbeitergruppe|zuständige gruppe|assigned group|operator group|group|gruppe',
    'groupe|équipe|groupe d affectation|groupe affecté|groep|behandelgroep|team|squad|development team|workgroup|queue|warteschlange|support group|supportgruppe|ticket group|zuständiges team',
    'bearbeitende gruppe|verantwortliche gruppe|lösungsgruppe|fachgruppe|abteilung|zuständige abteilung|area path|bereichspfad',
  ],
  person: [
    'assignee|zugewiesene person|bearbeiter|assigned to|zugewiesen an|zugewiesen|owner|besitzer|operator|ticket assignee',
    'zuständig|zuständiger|sachbearbeiter|verantwortlicher|responsible',
  ],
  actor: [
    'updated by|aktualisiert von|changed by|geändert von|modified by|last modified by|geändert durch|bearbeitet von',
  ],
  type: [
    'issue type|vorgangstyp|work item type|arbeitsaufgabentyp|task type|ticket type|tickettyp|vorgangsart|type|typ',
    'meldungsart|call type|category|kategorie|anfrageart|auftragsart',
  ],
  priority: ['priority|priorität|prio|dringlichkeit|priorität des tickets'],
  channel: ['channel|kanal|contact type|kontakttyp|kontaktart|reported source|via|eingangskanal|entry|eingangsart'],
  parent: ['parent|übergeordnet|übergeordnetes element|parent issue|übergeordneter vorgang|elternvorgang'],
  title: [
    'summary|zusammenfassung|title|titel|short description|kurzbeschreibung|brief description|subject|betreff|bezeichnung',
  ],
} as const;

/** One pattern a part, which takes each of its names as a whole. */
export const knownNames = (part: keyof typeof known): RegExp => new RegExp(`^(${known[part].join('|')})$`, 'u');
