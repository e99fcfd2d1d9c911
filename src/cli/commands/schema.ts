import { checked } from '#api/checked.ts';
import { SchemaName, showSchema } from '#api/model.ts';
import { defineCommand } from '../define.ts';

export const schema = defineCommand({
  name: 'schema',
  arguments: [
    { name: 'file', says: 'workspace (throughline.yaml), model, mapping, table, ledger or focus', optional: true },
  ],
  says: 'print the JSON Schema of a kind of workspace file',
  examples: ['throughline schema model > model.schema.json'],
  run: async ({ ask, folder }, { file }) => {
    // The only argument is also the place of the folder: a schema needs no workspace.
    const name = checked(SchemaName, file ?? (folder === '.' ? 'model' : folder), 'the kind of file');
    const answer = await ask(showSchema, { name });
    process.stdout.write(`${JSON.stringify(answer.schema, null, 2)}\n`);
    return 0;
  },
});
