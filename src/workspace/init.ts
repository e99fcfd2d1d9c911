import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '#model/fault.ts';
import { editorLine, engagementText, strategyText } from './beginnings.ts';
import { checkDocument } from './check-document.ts';
import { Configuration } from './configuration.ts';
import { configurationFile } from './load.ts';
import { told } from './problem.ts';
import { schemaFiles } from './schema.ts';
import { stateFolderName } from './state-folder.ts';

/** What a new workspace cannot do without. */
export type Beginnings = { readonly name: string; readonly currency: string; readonly timeZone: string };

/**
 * Writes a workspace to begin with, and gives the paths of what it wrote.
 *
 * Nothing that is there is overwritten: if one of the files exists, none is written. Only .gitignore may exist, and then
 * gets a line more.
 */
export const initWorkspace = (
  folder: string,
  beginnings: Beginnings,
  schemas: Readonly<Record<string, string>>,
): string[] => {
  const files: Readonly<Record<string, string>> = {
    [configurationFile]: configurationText(beginnings),
    'model/strategy.yaml': strategyText,
    'model/structure.yaml': structureText,
    'model/governance.yaml': governanceText,
    'model/delivery.yaml': deliveryText,
    'model/engagement.yaml': engagementText,
    'maps/README.md': mapsText,
    ...Object.fromEntries(Object.entries(schemas).map(([file, text]) => [`schema/${file}`, text])),
  };
  const checked = checkDocument(configurationFile, configurationText(beginnings), Configuration);
  if ('problems' in checked) throw new Fault('workspace-problems', { folder, problems: checked.problems.map(told) });
  const existing = Object.keys(files).find((file) => existsSync(join(folder, file)));
  if (existing !== undefined) throw new Fault('workspace-exists', { folder, file: existing });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { flag: 'wx' });
  }
  return [...Object.keys(files), ...ignoreState(folder)];
};

const ignoreState = (folder: string): string[] => {
  const file = join(folder, '.gitignore');
  const line = `${stateFolderName}/`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before.split(/\r?\n/).includes(line)) return [];
  appendFileSync(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`);
  return ['.gitignore'];
};

const configurationText = ({ name, currency, timeZone }: Beginnings): string => `${editorLine(
  `schema/${schemaFiles.configuration}`,
)}
# The organisation, as it is named on every page.
name: ${JSON.stringify(name)}

# Totals are shown in this currency; days begin and end in this time zone.
currency: ${JSON.stringify(currency)}
timeZone: ${JSON.stringify(timeZone)}

# When people work. A weekday that is not named is closed. Waiting is counted by this calendar and by the clock.
calendar:
  hours:
    monday-friday: ["08:00-17:00"]
  holidays: []
    # - 2026-12-25

# The month in which the fiscal year begins, and how long a plan holds: month, quarter, half or year.
fiscalYearStart: 1
planningPeriod: quarter

# The importance for a goal, 1 to 3, from which on a capability is strategic.
strategicCut: 2

# By which rate a year money of later years counts less (0.08, green-book, or steps; nothing is discounted without one), and
# from how much money on, in this currency, something needs a baseline, a measure and a business owner.
# finance:
#   discount: 0.08
#   gateFrom: "50000"

# Who changes this workspace from here. It is recorded, and shown as unverified.
# actor: strategy-office

# Evidence may lie elsewhere. \${dataFolder} in a path stands for this folder; the environment variable
# THROUGHLINE_DATA_FOLDER comes before it.
# dataFolder: ../evidence

# Where evidence comes from. A path names a file, a folder, or files such as logs/*.csv.
sources: []
  # - key: service-desk
  #   path: \${dataFolder}/incidents.csv
  #   importer: csv
  #   mapping: maps/service-desk.yaml
`;

const structureText = `${editorLine(`../schema/${schemaFiles.model}`)}
# Who does the work, and who answers for what. Records may be split among files under model/ in any way.
# They belong to the design called current, which is in force, unless the file names another at its top. A file without
# such records, as this one is now, belongs to none.
# design:
#   key: next-year
#   status: target          # in-force, target, scenario or draft

teams:
  # - key: payments
  #   name: Payments
  #   organisedBy: capability # capability, outcome, product, technology, function or project
  #   topology: stream-aligned # stream-aligned, platform, enabling, complicated-subsystem or function
  #   sizeFte: 8
  #   costPerFteYear: { amount: "120000.00", currency: EUR }

ownerships:
  # - team: payments
  #   capability: engineering # or service, outcome, initiative
  #   as: accountable # or contributing; one accountable team at a time
  #   from: 2026-01-01 # up to, but not including, a day under "to"
`;

const governanceText = `${editorLine(`../schema/${schemaFiles.model}`)}
# Who decides what, at which level, where and how fast.
# Unless levels are stated here, they are: team, product, portfolio, executive, board.

roles:
  # - key: product-lead
  #   level: product

forums:
  # - key: change-board
  #   level: portfolio
  #   purpose: decide # decide, advise or status
  #   cadenceDays: 7
  #   members: [product-lead]

decisionTypes:
  # - key: change
  #   decides: approve-change

decisionRights:
  # - key: small-change
  #   decisionType: change
  #   when: { amount: { below: 50000 } } # also risk, regulated, priority, itemType
  #   level: product
  #   decider: { role: product-lead } # or a forum
  #   within: P2D # ISO 8601: P2D is two days, PT8H is eight hours
  #   clock: working # or elapsed
  #   escalation: [portfolio]
`;

const deliveryText = `${editorLine(`../schema/${schemaFiles.model}`)}
# How work is carried out, and the stages it passes.

workflows:
  # - key: incident
  #   stages:
  #     - { key: new, kind: new }
  #     - { key: assigned, kind: queue }
  #     - { key: in-progress, kind: active, wipLimit: 10 }
  #     - { key: approval, kind: decision }
  #     - { key: resolved, kind: done }
  #   targets:
  #     - { from: start, to: done, within: PT8H, clock: working, share: 0.9 }
  #   appliesTo:
  #     - { itemType: incident }

deliveryModels:
  # - key: payments
  #   team: payments
  #   model: product # product, project, platform or service
  #   reason: Demand is steady and the outcome outlives any project.
`;

const mapsText = `# Maps

One YAML file for each kind of source. It says which columns of the source hold what, and which raw names stand for which
records of the model. Begin each file with

    # yaml-language-server: $schema=../schema/${schemaFiles.mapping}

so that an editor can complete and check it.
`;
