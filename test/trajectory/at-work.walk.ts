import { addDays, LAST_DAY, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import { PLACEMENT_KINDS, SIDES } from '../../src/programme/terms.js';
import type { TrajectoryCommand } from '../../src/trajectory/commands.js';
import { employmentDecisions, type EmploymentCommand } from '../../src/trajectory/employment/employment-decisions.js';
import { instrumentsDecisions, type InstrumentsCommand } from '../../src/trajectory/instruments/instruments-decisions.js';
import { INCENTIVE_KINDS, INSTRUMENT_KINDS } from '../../src/trajectory/instruments/instruments.events.js';
import { loonwaardeDecisions, type LoonwaardeCommand } from '../../src/trajectory/loonwaarde/loonwaarde-decisions.js';
import type { Dice } from '../harness/dice.js';
import { anyId, type Facts } from './walked-ids.js';

/** The commands about who works: how somebody is employed, what is granted, what the work is worth. */
type AtWorkCommand = EmploymentCommand | InstrumentsCommand | LoonwaardeCommand;
/** Samples of all of these: they lead to no placement, so a walk that is to get there takes them last. */
export const AT_WORK_OFFERS = { ...employmentDecisions.offers, ...instrumentsDecisions.offers, ...loonwaardeDecisions.offers };

type CommandOf<T extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { type: T }>;
type Payloads = { [T in AtWorkCommand['type']]: () => CommandOf<T>['data'] };
type Data = TrajectoryCommand['data'];

const BEGINS = '2020-01-06' as Day;
const SECTORS = ['retail', 'care'] as readonly string[] as readonly Code<'sector'>[];
const RULES = { id: 'subsidies' as Code<'ruleset'>, version: 3 };
const METHOD = 'uniform' as Code<'loonwaarde-method'>;
const FUNCTION = 'baker' as Code<'norm-function'>;

/** A day of the first months; few enough that two are often the same. */
const someDay = (dice: Dice): Day => addDays(BEGINS, dice.pick([20, 60, 100, 140, 180, 220]));
const orNone = (dice: Dice): Day | null => (dice.percent(40) ? null : someDay(dice));

/** Payloads without a thought, most of which fit. */
export function atWorkPayloads(dice: Dice, facts: Facts): Payloads {
  const placementId = () => anyId<'placement'>('placementId', facts, dice);
  const instrumentId = () => anyId<'instrument'>('instrumentId', facts, dice);
  const measurementId = () => anyId<'measurement'>('measurementId', facts, dice);
  const contract = { contract: 'agency', hoursPerWeek: 20 } as const;
  return {
    SignContract: () => ({
      placementId: placementId(),
      ...contract,
      signedOn: someDay(dice),
      from: someDay(dice),
      until: orNone(dice),
    }),
    ExtendPlacement: () => ({ placementId: placementId(), until: orNone(dice) }),
    ConvertPlacement: () => ({ placementId: placementId(), kind: dice.pick(PLACEMENT_KINDS) }),
    RecordNewJob: () => ({ sectorFrom: null, sectorTo: dice.pick(SECTORS), startsOn: someDay(dice) }),
    GrantInstrument: () => ({
      placementId: dice.percent(30) ? null : placementId(),
      kind: dice.pick(INSTRUMENT_KINDS),
      rules: RULES,
      from: someDay(dice),
      until: orNone(dice),
    }),
    EndInstrument: () => ({ instrumentId: instrumentId(), reason: 'renounced' }),
    GrantIncentive: () => ({ kind: dice.pick(INCENTIVE_KINDS) }),
    RecordSanction: () => ({ kind: 'warning', reason: 'plan-not-kept' }),
    MeasureLoonwaarde: () => ({
      placementId: placementId(),
      percent: dice.between(0, 100),
      method: METHOD,
      normFunction: FUNCTION,
      validFrom: someDay(dice),
      validUntil: orNone(dice),
    }),
    FileLoonwaardeObjection: () => ({ measurementId: measurementId(), by: dice.pick(SIDES) }),
    DecideLoonwaardeObjection: () => ({ measurementId: measurementId(), by: dice.pick(SIDES), outcome: 'unfounded' }),
  };
}

/** The members that tell the subjects of these commands apart; where there are none, one sample stands for all. */
export const AT_WORK_TELLS: Partial<Record<TrajectoryCommand['type'], readonly string[]>> = {
  ConvertPlacement: ['placementId', 'kind'],
  RecordNewJob: [],
  EndInstrument: ['instrumentId'],
  FileLoonwaardeObjection: ['measurementId', 'by'],
  DecideLoonwaardeObjection: ['measurementId', 'by'],
};

/** What these samples leave open, thrown; nothing where the data are of another command. */
export function variedAtWork(data: Data, dice: Dice): Data | undefined {
  if ('signedOn' in data) return { ...data, from: someDay(dice) };
  if ('startsOn' in data) return { ...data, startsOn: addDays(BEGINS, dice.between(200, 900)) };
  if ('rules' in data)
    return { ...data, kind: dice.pick(INSTRUMENT_KINDS), from: someDay(dice), until: dice.pick([null, LAST_DAY]) };
  if ('percent' in data) return { ...data, percent: dice.between(0, 100) };
}
