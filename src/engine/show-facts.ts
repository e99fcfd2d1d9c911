import type { Engine } from './engine.ts';
import { viewFacts } from './goes-on.ts';
import { identifier, type Sql, sql } from './sql.ts';

/** Lets the facts be read that were written; to be called at the end of whatever writes them. */
export const showFacts = async (engine: Engine): Promise<void> => {
  await listNames(engine);
  await viewFacts(engine);
};

/**
 * Puts the names that codes stand for into lists, of which there is one row.
 *
 * To look into a list costs nothing where nobody asks for the name. A join is always carried out, whoever asks for what.
 */
const listNames = async (engine: Engine): Promise<void> => {
  await engine.run(sql`delete from name_list`);
  await engine.run(sql`
    insert into name_list
    select ${keysOf('source', 'source_id')}, ${keysOf('team', 'team_id')}, ${keysOf('stage', 'stage_id')},
           ${keysOf('raw_value', 'value_id')}`);
};

/** The keys of a table as one list: that of code 0 first, nothing where a code is not in use. */
const keysOf = (table: string, code: string): Sql => sql`(
  select list(key order by place)
  from (select unnest(range((select max(${identifier(code)}) + 1 from ${identifier(table)}))) as place)
  left join ${identifier(table)} on ${identifier(code)} = place)`;
