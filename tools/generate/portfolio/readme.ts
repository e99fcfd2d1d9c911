import { planted } from './planted.ts';

export const readme = (seed: number): string => `# The portfolio

This workspace is made up. It is written by \`tools/generate/portfolio\`; do not edit it by hand.

It has lines of funding in three currencies with budgets and two years of spend, initiatives with promises, capabilities with importance and maturity, outcomes measured every month, some with a control, benefits with plan, kept forecasts and what was realised, and the links between them. Most chains are whole. These breaks were planted:

${planted.map(({ what, break: { at } }) => `- ${what}: \`${at}\``).join('\n')}

## To look at

\`\`\`sh
throughline value coverage examples/portfolio
throughline value trace examples/portfolio
throughline capability list examples/portfolio
\`\`\`

## The truth

\`ledger.json\` holds what was planted, by how much each outcome truly changed and in which month, and what money comes to every record, in cents by currency. It is found by following every single path, which is another way than the product's.

It is written anew, byte for byte, by

\`\`\`sh
npx node tools/generate/portfolio/main.ts --seed ${seed} --out examples/portfolio
\`\`\`

\`--initiatives\` says how many there are; the rest grows with them.
`;
