import { z } from 'zod';
import { FACT_SOURCES } from '../../candidate/candidate.events.js';
import { candidateId, day } from '../../kernel/fields.events.js';
import { BENEFIT_KINDS } from '../../programme/terms.js';

const kind = z.enum(BENEFIT_KINDS);

/** Which benefit of whom, in a path. */
export const BenefitPath = z.strictObject({ candidateId, kind });
export type BenefitPath = z.output<typeof BenefitPath>;

const source = z.enum(FACT_SOURCES).meta({ description: 'Who told it.' });

/** `benefit` in the body of `POST /candidates`. */
export const BenefitNowDto = z
  .strictObject({ kind, source, startedOn: day.meta({ description: 'The first day of it.' }) })
  .meta({ id: 'BenefitNow', description: 'A benefit that runs.' });

/** Body of `POST /candidates/{candidateId}/benefits`. */
export const RecordBenefitStartDto = z
  .strictObject({ kind, source, startedOn: day.optional().meta({ description: 'The first day of it; today when absent.' }) })
  .meta({ id: 'RecordBenefitStart', examples: [{ kind: 'bijstand', source: 'municipality', startedOn: '2018-05-01' }] });
export type RecordBenefitStartDto = z.output<typeof RecordBenefitStartDto>;

/** Body of `POST /candidates/{candidateId}/benefits/{kind}/end`. */
export const RecordBenefitEndDto = z
  .strictObject({ source, endedOn: day.optional().meta({ description: 'The last day of it; today when absent.' }) })
  .meta({ id: 'RecordBenefitEnd', examples: [{ source: 'suwinet', endedOn: '2019-12-31' }] });
export type RecordBenefitEndDto = z.output<typeof RecordBenefitEndDto>;

/** Body of `POST /candidates/{candidateId}/benefits/{kind}/resumption`. */
export const RecordBenefitResumptionDto = z
  .strictObject({ source, resumedOn: day.optional().meta({ description: 'The first day of it; today when absent.' }) })
  .meta({ id: 'RecordBenefitResumption', examples: [{ source: 'suwinet', resumedOn: '2020-03-01' }] });
export type RecordBenefitResumptionDto = z.output<typeof RecordBenefitResumptionDto>;
