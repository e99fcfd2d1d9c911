import type { Place, RejectedRow } from '../define.ts';

/** What one row, or one entry of a document, says of a capability. */
export type Entry = {
  readonly place: Place;
  /** What others of the catalogue call it: its number, or its key. */
  readonly id: string | undefined;
  /** The key that it states, which its record then has. */
  readonly key: string | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly kind: string | undefined;
  /** How the one above it is told: by its entry, by what it is called, by a number of levels, or not at all. */
  readonly above: Above;
  /** Why its row is not taken, where that is seen before anything is made of it. */
  readonly wrong?: Pick<RejectedRow, 'found' | 'expected'> | undefined;
};

type Above =
  | { readonly is: 'entry'; readonly entry: Entry | undefined }
  | { readonly is: 'called'; readonly called: string }
  | { readonly is: 'level'; readonly level: string }
  | { readonly is: 'unsaid' };

/** The fields of an entry, each by what catalogues call it; in small letters, without blanks, hyphens and the like. */
const called: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'code', 'nr', 'no', 'number', 'identifier', 'capabilityid', 'capabilitycode', 'ref', 'refid'],
  key: ['key', 'capabilitykey'],
  name: ['name', 'capability', 'capabilityname', 'title', 'label', 'businesscapability'],
  parent: ['parent', 'parentid', 'parentkey', 'parentcode', 'parentname', 'parentcapability', 'partof', 'belongsto'],
  level: ['level', 'lvl', 'tier', 'depth', 'capabilitylevel'],
  description: ['description', 'definition', 'documentation', 'desc', 'capabilitydescription'],
  kind: ['kind', 'capabilitykind'],
  children: ['children', 'capabilities', 'subcapabilities'],
};

export type Field = 'id' | 'key' | 'name' | 'parent' | 'level' | 'description' | 'kind' | 'children';

/** The field that something is called after; of names as catalogues write them: `Parent ID`, `parent_id`. */
export const fieldCalled = (name: string): Field | undefined => {
  const plain = name.toLowerCase().replaceAll(/[\s_.#-]+/gu, '');
  return (Object.keys(called) as Field[]).find((field) => called[field].includes(plain));
};

/** Of which level a column holds the names, where each level has its own: `L2`, `Level 2`. */
export const levelCalled = (name: string): number | undefined => {
  const [, digits] = /^(?:l|lvl|level|tier)[\s_-]*([1-9])$/iu.exec(name.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
