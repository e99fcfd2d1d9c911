import type { RecordKind } from '#model/records.ts';

/**
 * What tables of organisations call the records of a kind and their fields, in English and German.
 *
 * `nouns` tell the kind, and say nothing more where they stand beside another word ("project start"). Phrases are in the
 * order in which they count; the labels of fields are known besides.
 */
export type KnownKind = {
  readonly kind: RecordKind;
  readonly nouns: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The list that amounts of a fiscal period go into, by a word beside the period; `''` where none stands there. */
  readonly byPeriod?: Readonly<Record<string, readonly string[]>>;
  /** What is taken for a field that has to be stated and that no column states. */
  readonly usual?: Readonly<Record<string, string>>;
};

const name = ['name', 'title', 'bezeichnung', 'titel'];
const note = ['description', 'aims', 'objectives', 'summary', 'scope', 'beschreibung', 'ziele'];
const planned = ['budget', 'plan', 'planned', 'baseline', 'approved', 'allocation', 'soll'];
const spent = ['actual', 'actuals', 'spend', 'spent', 'outturn', 'ist', 'expenditure'];

/** Words beside a fiscal period that say what of money stands below it. */
export const periodWords: ReadonlySet<string> = new Set([
  ...planned,
  ...spent,
  'forecast',
  'target',
  'realised',
  'realized',
  'achieved',
  'prognose',
]);

export const keyWords = [
  'id',
  'key',
  'ref',
  'reference',
  'identifier',
  'code',
  'number',
  'no',
  'nr',
  'nummer',
  'kennung',
  'kürzel',
];

export const knownKinds: readonly KnownKind[] = [
  {
    kind: 'initiative',
    nouns: ['project', 'programme', 'program', 'initiative', 'epic', 'projekt', 'vorhaben'],
    fields: {
      name: [
        ...name,
        'project',
        'programme',
        'initiative',
        'projekt',
        'vorhaben',
        'projektname',
        'projekttitel',
        'projektbezeichnung',
      ],
      note,
      status: ['status', 'state', 'phase', 'stage'],
      plannedStart: ['start', 'start date', 'planned start', 'baseline start', 'begin', 'beginn', 'von'],
      plannedEnd: [
        'end',
        'end date',
        'finish',
        'finish date',
        'completion date',
        'planned end',
        'planned completion',
        'due date',
        'target date',
        'ende',
        'bis',
      ],
      actualStart: ['actual start', 'started', 'started on'],
      actualEnd: ['actual end', 'actual finish', 'actual completion', 'closed', 'completed on'],
      liveOn: ['go live', 'live date', 'golive', 'in use'],
      'plannedCost.amount': [
        'planned cost',
        'whole life cost',
        'whole life costs',
        'life cycle cost',
        'total cost',
        'budget',
        'approved budget',
        'total budget',
        'cost',
        'costs',
        'kosten',
        'gesamtkosten',
      ],
      'costAtCompletion.amount': [
        'cost at completion',
        'estimate at completion',
        'eac',
        'projected cost',
        'forecast cost',
        'final cost',
        'projected actual cost',
        'forecast outturn',
        'outturn',
        'forecast at completion',
        'prognose',
      ],
      class: ['class', 'category', 'type', 'kategorie'],
      deliveryModel: ['delivery model', 'way of delivery'],
      sizeClass: ['size', 'size class', 't shirt size', 'grösse', 'größe'],
      sponsor: ['sponsor', 'business owner', 'auftraggeber'],
      team: ['team', 'delivery team', 'squad'],
    },
  },
  {
    kind: 'investment',
    nouns: ['investment', 'funding', 'fund', 'budget', 'portfolio', 'line'],
    fields: {
      name: [...name, 'investment', 'budget line', 'funding line', 'line of funding'],
      note,
      owner: ['owner', 'budget holder', 'budgetverantwortung'],
      approvedOn: ['approved', 'approved on', 'approval date'],
      class: ['class', 'run grow transform', 'type'],
      basis: ['basis'],
    },
    byPeriod: { budget: ['', ...planned], spend: spent },
    usual: { basis: 'project', class: 'transform' },
  },
  {
    kind: 'benefit',
    nouns: ['benefit', 'benefits', 'nutzen', 'saving', 'savings'],
    fields: {
      name: [...name, 'benefit', 'nutzen'],
      note,
      kind: ['kind', 'type', 'category', 'art'],
      wholeLife: [
        'value',
        'total',
        'total value',
        'whole life',
        'total benefits',
        'benefits',
        'worth',
        'wert',
        'gesamtnutzen',
      ],
      businessOwner: ['owner', 'business owner', 'benefit owner'],
      cashReleasing: ['cashable', 'cash releasing'],
      unit: ['unit', 'measure', 'einheit'],
      disbenefit: ['disbenefit'],
      measurementEndsOn: ['measured until', 'measurement ends'],
    },
    byPeriod: { 'plan.profile': ['', ...planned, 'target'], realised: [...spent, 'realised', 'realized', 'achieved'] },
    usual: { kind: 'revenue' },
  },
  {
    kind: 'outcome',
    nouns: ['outcome', 'kpi', 'indicator', 'metric', 'okr', 'kennzahl'],
    fields: {
      name: ['outcome', 'kpi', 'indicator', 'metric', 'metric description', 'measure', 'kennzahl', ...name],
      note,
      unit: ['unit', 'unit of measure', 'unit of measurement', 'einheit'],
      direction: ['direction', 'better', 'polarity'],
      'baseline.value': ['baseline', 'baseline value', 'start value', 'ausgangswert'],
      'baseline.on': ['baseline date'],
      'target.value': ['target', 'target value', 'goal', 'zielwert'],
      'target.on': ['target date', 'due', 'due date', 'by'],
    },
  },
  {
    kind: 'capability',
    nouns: ['capability', 'capabilities', 'fähigkeit'],
    fields: {
      name: [...name, 'capability', 'fähigkeit'],
      description: note,
      parent: ['parent', 'parent capability', 'level 1', 'domain', 'übergeordnet'],
      kind: ['kind', 'type', 'art'],
      'maturityTarget.level': ['target maturity', 'maturity target', 'target level', 'zielreife'],
      'maturityTarget.by': ['target date', 'by'],
    },
    usual: { kind: 'business' },
  },
  {
    kind: 'service',
    nouns: ['service', 'application', 'anwendung', 'dienst'],
    fields: { name: [...name, 'service', 'application', 'anwendung'], note, owner: ['owner', 'team', 'service owner'] },
  },
  {
    kind: 'team',
    nouns: ['team', 'squad', 'unit', 'department', 'abteilung', 'einheit'],
    fields: {
      name: [...name, 'team', 'department', 'abteilung'],
      note,
      parent: ['parent', 'parent team', 'reports to', 'bereich'],
      sizeFte: ['fte', 'ftes', 'size', 'headcount', 'members', 'vzä', 'staff'],
      topology: ['topology', 'team type'],
      'costPerFteYear.amount': ['cost per fte', 'rate per fte'],
    },
  },
  {
    kind: 'skill',
    nouns: ['skill', 'competence', 'kompetenz'],
    fields: {
      name: [...name, 'skill', 'kompetenz'],
      note,
      demandFte: ['demand', 'demand fte', 'needed', 'bedarf'],
      supplyFte: ['supply', 'supply fte', 'available', 'bestand'],
      holders: ['holders', 'people'],
      critical: ['critical', 'kritisch'],
    },
  },
  {
    kind: 'goal',
    nouns: ['goal', 'objective', 'strategy', 'ziel'],
    fields: { name: [...name, 'goal', 'objective', 'ziel'], statement: note, theme: ['theme', 'pillar', 'thema'] },
  },
];

/** What the columns of a ledger are called: every row is a posting of money. */
export const knownLedger: Readonly<
  Record<'on' | 'amount' | 'rawName' | 'currency' | 'category' | 'vendor', readonly string[]>
> = {
  on: [
    'posted',
    'posting date',
    'posted on',
    'date',
    'transaction date',
    'invoice date',
    'booking date',
    'buchungsdatum',
    'datum',
    'belegdatum',
  ],
  amount: ['amount', 'net', 'net amount', 'amount net', 'value', 'cost', 'betrag', 'nettobetrag', 'netto'],
  rawName: [
    'cost centre',
    'cost center',
    'kostenstelle',
    'account',
    'gl account',
    'project',
    'wbs',
    'department',
    'konto',
    'internal order',
  ],
  currency: ['currency', 'währung', 'ccy'],
  category: ['category', 'cost type', 'expense type', 'kostenart', 'account name', 'type'],
  vendor: ['vendor', 'supplier', 'payee', 'lieferant', 'kreditor'],
};

/** What words of a column stand for, where the field takes a few words only. */
export const knownChoices: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'initiative status': {
    proposed: [
      'proposed',
      'idea',
      'draft',
      'pipeline',
      'new',
      'not started',
      'planned',
      'planning',
      'geplant',
      'future',
    ],
    approved: ['approved', 'authorised', 'authorized', 'genehmigt'],
    active: [
      'active',
      'in progress',
      'ongoing',
      'open',
      'delivery',
      'in delivery',
      'running',
      'started',
      'live',
      'laufend',
      'aktiv',
    ],
    'on-hold': ['on hold', 'paused', 'suspended', 'hold', 'deferred', 'pausiert'],
    done: ['done', 'complete', 'completed', 'closed', 'finished', 'delivered', 'abgeschlossen', 'fertig'],
    stopped: ['stopped', 'cancelled', 'canceled', 'terminated', 'withdrawn', 'abandoned', 'abgebrochen'],
  },
  'initiative class': {
    strategic: ['strategic', 'transformation', 'change', 'strategisch'],
    operational: ['operational', 'run', 'bau', 'operativ'],
    mandatory: ['mandatory', 'regulatory', 'compliance', 'legal', 'pflicht'],
  },
  'investment class': {
    run: ['run', 'bau', 'operations', 'steady state', 'opex'],
    grow: ['grow', 'growth', 'enhance'],
    transform: ['transform', 'change', 'dme', 'development', 'capex'],
  },
  'benefit kind': {
    revenue: ['revenue', 'income', 'growth', 'ertrag'],
    cost: ['cost', 'saving', 'savings', 'cost saving', 'cost savings', 'efficiency', 'kosten'],
    risk: ['risk', 'risk reduction', 'compliance', 'risiko'],
    experience: ['experience', 'customer', 'satisfaction', 'quality', 'social'],
  },
  'outcome direction': {
    up: ['up', 'higher', 'increase', 'over', 'over target'],
    down: ['down', 'lower', 'decrease', 'under', 'under target'],
  },
  'capability kind': { business: ['business', 'fachlich'], it: ['it', 'technology', 'technical'] },
};
