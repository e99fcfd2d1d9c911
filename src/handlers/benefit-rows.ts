import type { BenefitRow } from '#api/benefits.ts';
import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Initiative } from '#model/initiative.ts';
import type { Decimal } from '#model/money.ts';
import { type Cell, cellsOf } from '#value/benefit/cells.ts';
import { dueOf } from '#value/benefit/due.ts';
import { outlookOf } from '#value/benefit/outlook.ts';
import { type Realised, realisationOf } from '#value/benefit/realisation.ts';
import { shortfallOf } from '#value/benefit/shortfall.ts';
import { classesOf, leadingTo } from '#value/benefit/similar.ts';
import { type Periods, periodsByKey } from '#value/benefit/spans.ts';
import { pricedChain } from './priced-chain.ts';
import { recordCalled } from './record-id.ts';
import type { Room } from './room.ts';
import type { ValueGround } from './value-ground.ts';

/** What benefits are read on. */
export type BenefitGround = ValueGround & {
  readonly periods: Periods;
  /** The initiatives that lead to a benefit. */
  readonly workOf: (benefit: string) => Initiative[];
};

export const benefitGround = async (room: Room, asked: { asOf?: string | undefined }): Promise<BenefitGround> => {
  const priced = await pricedChain(room, asked);
  const { initiatives, planningPeriods } = priced.model;
  return {
    ...priced,
    periods: periodsByKey(planningPeriods),
    workOf: (benefit) => {
      const keys = new Set(initiativesLeading(priced.model)({ benefit }));
      return initiatives.filter(({ key }) => keys.has(key));
    },
  };
};

/** What is found along links once, as long as these are held; every model of a state holds the same ones. */
const alongLinks = <Found>(find: (model: DesignModel) => Found): ((model: DesignModel) => Found) => {
  const known = new WeakMap<DesignModel['chainLinks'], Found>();
  return (model) => {
    const found = known.get(model.chainLinks) ?? find(model);
    known.set(model.chainLinks, found);
    return found;
  };
};

const initiativesLeading = alongLinks(({ chainLinks }) => leadingTo(chainLinks, 'initiative'));

/** The class of the work that leads to each benefit. */
export const classesIn = alongLinks(classesOf);

/** What people call the roles that records of benefits name by key. */
export const rolesOf = ({ model }: BenefitGround): Record<string, string> =>
  Object.fromEntries(model.roles.map(({ key, name }) => [key, name]));

/** What is told beside all answers about benefits and outcomes. */
export const toldOn = ({ today, notices }: ValueGround) => ({ today, notices: [...notices] });

export const benefitCalled = (key: string, { model }: BenefitGround): Benefit =>
  recordCalled('benefit', key, model.benefits);

export const realisedOf = (benefit: Benefit, { periods, today }: BenefitGround): Realised & { cells: Cell[] } => {
  const cells = cellsOf(benefit, periods, today);
  return { benefit, cells, realisation: realisationOf(cells) };
};

/** A line of the register. */
export const rowOf = (
  { benefit, cells, realisation }: ReturnType<typeof realisedOf>,
  { periods, today }: BenefitGround,
): BenefitRow => {
  const { key, name, kind, as, disbenefit, currency, unit, plan } = benefit;
  const due = dueOf(benefit, periods, today);
  const values = cells.reduce((sum, cell) => sum + cell.values, 0);
  const confirmed = cells.reduce((sum, cell) => sum + cell.confirmed, 0);
  return {
    key,
    name,
    kind,
    as,
    disbenefit,
    cashReleasing: benefit.cashReleasing ?? null,
    unit: currency ?? unit ?? '',
    money: currency !== undefined,
    businessOwner: benefit.businessOwner ?? null,
    approvedOn: plan?.approvedOn ?? null,
    wholeLife: wholeLifeOf(benefit) ?? null,
    realisation,
    values,
    confirmed,
    outlook: outlookOf(cells),
    shortfall: shortfallOf(benefit, cells, today),
    next: due[0] ?? null,
    overdue: due.filter(({ state }) => state === 'overdue').length,
    grade: gradeOf(cells),
  };
};

type Registered = Realised & { readonly row: BenefitRow };

type Register = Pick<DesignModel, 'planningPeriods'> & { readonly today: Day; readonly lines: readonly Registered[] };

const registers = new WeakMap<DesignModel['benefits'], Register>();

/** Every benefit with its line of the register, found once for a day as long as the records are held. */
export const registerOf = (ground: BenefitGround): readonly Registered[] => {
  const { benefits, planningPeriods } = ground.model;
  const { today } = ground;
  const known = registers.get(benefits);
  if (known?.today === today && known.planningPeriods === planningPeriods) return known.lines;
  // The cells are not kept: of many periods they take much room.
  const lines = benefits.map((benefit) => {
    const realised = realisedOf(benefit, ground);
    return { benefit, realisation: realised.realisation, row: rowOf(realised, ground) };
  });
  registers.set(benefits, { planningPeriods, today, lines });
  return lines;
};

/** What is stated for its whole life, where that is all that is planned of it. */
export const wholeLifeOf = ({ plan, forecasts, realised, wholeLife }: Benefit): Decimal | undefined =>
  plan === undefined && forecasts.length === 0 && realised.length === 0 ? wholeLife : undefined;

/** A confirmed value is declared by a role; one that nobody confirmed is assumed. Only sign-in could tell more. */
const gradeOf = (cells: readonly Cell[]): 'D' | 'E' | null => {
  const counted = cells.filter(({ realised }) => realised !== null);
  if (counted.length === 0) return null;
  return counted.every(({ confirmed, values }) => confirmed === values) ? 'D' : 'E';
};

/** The last day of the work that leads to a benefit, planned where it has not come; nothing where none is dated. */
export const workEnds = (benefit: Benefit, { workOf }: BenefitGround): string | undefined =>
  workOf(benefit.key)
    .flatMap(({ actualEnd, plannedEnd }) => actualEnd ?? plannedEnd ?? [])
    .toSorted()
    .at(-1);
