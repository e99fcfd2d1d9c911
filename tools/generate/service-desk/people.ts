import { teams } from './organisation.ts';

const firstNames =
  'adam aleyna amira anja anton bela bianca bruno carla cem clara david dilek dora edda elias emil enno erika esra fabian fatma felix finja frida georg greta hakan hanna helge ida ilja imke ines isa jan jana jonas julia kai karla kemal kira lars lea lena levin lina lotte luca mads maja malte mara marek mila mira moritz nadia nele nico nils nora olga oskar paula pavel pia piet rana rasmus romy ronja ruben sami sara selin silas sonja stella sven tara tarik theo till tomas tuana ulla vera viktor wanda willi yara yusuf zeno zoe'.split(
    ' ',
  );
const lastNames =
  'adler arndt bach baumann berger blum brandt busch demir dorn ebert engel falk fink franke gerber graf hahn hartwig heller hoyer jansen kaya keller kern kolb krause kuhn lange lenz linde lorenz maurer moll nagel nowak otto pohl rabe reuter roth sauer schenk seidel sommer stahl stein thoma unger vogt wagner wendt winter yilmaz ziegler'.split(
    ' ',
  );

/** The made-up people of every team, by team key; no two share a name. */
const people: ReadonlyMap<string, readonly string[]> = (() => {
  let index = 0;
  const nameNext = () => {
    const first = firstNames[(index * 37) % firstNames.length] ?? '';
    const last = lastNames[(index * 29) % lastNames.length] ?? '';
    index++;
    return `${first}.${last}`;
  };
  return new Map(teams.map(({ key, people: size }) => [key, Array.from({ length: size }, nameNext)]));
})();

export const peopleOf = (team: string): readonly string[] => {
  const found = people.get(team);
  if (!found) throw new Error(`no people in ${team}`);
  return found;
};
