import { employerDecider, type EmployerCommand } from '../../src/employer/decider.js';
import type { EmployerEvent } from '../../src/employer/employer.events.js';
import type { EmployerId } from '../../src/kernel/ids.js';
import type { Seal } from '../../src/kernel/messages.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

const bakery: EmployerId = testId('employer', 'bakery');
const words: Seal = { subject: bakery, words: testId('words') };
const example = { legalForm: 'bv', sector: 'industry', sizeClass: '10-49', name: 'Bakkerij Twente BV' as PublicText } as const;

export const employerRegistered = eventTeller<EmployerEvent>()('EmployerRegistered', example, words);
export const registerEmployer = commandTeller<EmployerCommand>()('RegisterEmployer', example, words);

/** Stories of employers. */
export const given = specFor(employerDecider);
