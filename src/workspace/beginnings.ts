import { standardPulse } from '#model/pulse.ts';
import { startingCapabilities } from '#model/starting-capabilities.ts';
import { schemaFiles } from './schema.ts';

/** By the first line of a file an editor knows what may be written in it. */
export const editorLine = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

export const strategyText = `${editorLine(`../schema/${schemaFiles.model}`)}
# What is aimed at, and what the organisation must be able to do for it. Records of the workspace: they belong to no design.

planningPeriods:
  # - { key: q1-2026, kind: quarter, from: 2026-01-01, to: 2026-04-01 } # month, quarter, half or year

goals:
  # - key: digital-revenue
  #   statement: A third of the revenue comes through digital channels.
  #   weights: [{ period: q1-2026, weight: 1 }] # of all goals together 1 in each period

# The usual capabilities of IT to begin with. Add those of the business; with "parent" they form a tree.
capabilities:
${startingCapabilities
  .map(
    ({ key, name, kind, description = '' }) =>
      `  - key: ${key}\n    name: ${name}\n    kind: ${kind} # business or it\n    description: ${description}\n`,
  )
  .join('')}
goalCapabilities:
  # - { goal: digital-revenue, capability: engineering, importance: 2 } # 0 to 3
`;

export const engagementText = `${editorLine(`../schema/${schemaFiles.model}`)}
# How demand, priorities and expectations are settled with the business.

stakeholderGroups:
  # - key: retail
  #   businessUnit: Retail

channels:
  # - key: service-portal
  #   kind: intake # intake, prioritisation, review or expectation
  #   cadenceDays: 7

# The standard pulse. Keep the keys of the questions, so that answers can be compared from survey to survey.
surveys:
  # - key: pulse-q1-2026
  #   opensOn: 2026-03-01
  #   closesOn: 2026-03-14
  #   audience: [{ group: retail, invited: 40 }]
  #   questions:
${standardPulse.map(({ key, text, scale }) => `  #     - { key: ${key}, scale: ${scale}, text: ${JSON.stringify(text)} }\n`).join('')}`;
