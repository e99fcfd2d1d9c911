import { Case, type CaseSpec } from './case.ts';
import { afterWorking, type Minute, start } from './clock.ts';
import type { Fault, Switches } from './faults.ts';
import { communities, isSmall, teams } from './organisation.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import type { Ticket } from './ticket.ts';

/** The simulated organisation: its clock, its tickets and cases so far, and which faults it has. */
export class World {
  readonly scheduler = new Scheduler(start);
  readonly tickets: Ticket[] = [];
  readonly cases: Case[] = [];
  readonly communities: readonly (readonly string[])[];
  changesInReview = 0;
  readonly #seed: number;
  readonly #switches: Switches;

  constructor(seed: number, switches: Switches) {
    this.#seed = seed;
    this.#switches = switches;
    this.communities = communities((fault) => this.has(fault));
  }

  get now(): Minute {
    return this.scheduler.now;
  }

  has(fault: Fault): boolean {
    return this.#switches[fault] ?? true;
  }

  random(name: string): Random {
    return new Random(this.#seed, name);
  }

  /** So many working minutes from now. */
  later(minutes: number): Minute {
    return afterWorking(this.now, minutes);
  }

  openCase(spec: Omit<CaseSpec, 'number'>): Case {
    const opened = new Case({ ...spec, number: `APR${String(20_001 + this.cases.length)}` });
    this.cases.push(opened);
    return opened;
  }

  /** A team that is asked for help: nearly always one of those that it works with, seldom any other. */
  helperOf(team: string, random: Random, except: readonly string[] = []): string {
    const community = this.communities.find((each) => each.includes(team)) ?? [];
    const far = random.chance(0.04);
    const others = teams.map(({ key }) => key).filter((key) => key !== team && community.includes(key) === !far);
    const rest = others.filter((key) => !except.includes(key));
    const candidates = rest.length > 0 ? rest : others;
    return random.weighted(candidates, (key) => (isSmall(key) ? 0.35 : 1));
  }
}
