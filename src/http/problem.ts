import type { ApplicationRefusal, Refused } from '../application/refusals.js';
import type { Refusal } from '../kernel/messages.js';
import type { TrajectoryRefusal } from '../trajectory/commands.js';
import { APPLICATION_PROBLEMS } from './problems/application-problems.js';
import { KERNEL_PROBLEMS, type KernelRefusal } from './problems/kernel-problems.js';
import { STREAM_PROBLEMS, type StreamRefusal } from './problems/stream-problems.js';
import { faultsIn } from './problems/details.js';
import type { Language, Told } from './problems/told.js';
import { TRAJECTORY_PROBLEMS } from './problems/trajectory-problems.js';
import { TRANSPORT_PROBLEMS, type TransportRefusal } from './problems/transport-problems.js';

/** Every refusal that may come out of this API. */
export type AnyRefusal = ApplicationRefusal | KernelRefusal | StreamRefusal | TrajectoryRefusal | TransportRefusal;

/** The only place where a refusal becomes a status: a new code does not compile until it is listed. */
export const PROBLEMS = {
  ...KERNEL_PROBLEMS,
  ...STREAM_PROBLEMS,
  ...TRAJECTORY_PROBLEMS,
  ...APPLICATION_PROBLEMS,
  ...TRANSPORT_PROBLEMS,
} as const satisfies Record<AnyRefusal['code'], Told>;

/** A refusal on its way out; the filter tells it in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly refusal: AnyRefusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.code);
  }

  get status(): number {
    return toldOf(this.refusal).status;
  }
}

/** Stops the request with a refusal of the front door itself. */
export function refuseRequest(refusal: TransportRefusal, headers: Readonly<Record<string, string>> = {}): never {
  throw new Problem(refusal, headers);
}

/** What was asked or stored; throws the refusal as a problem. */
export function answerOrProblem<T extends object>(answer: T | Refused): T {
  if (isRefused(answer)) throw new Problem(answer.refused as AnyRefusal);
  return answer;
}

/**
 * A problem as RFC 9457 has it: `type` is the code as a reference, `code` the same by itself, and the facts are members.
 * A fact named `type` (that of an event) comes out as `eventType`, because the standard has that name.
 */
export function documentOf({ refusal }: Problem, language: Language): Readonly<Record<string, unknown>> {
  const { code, type: eventType, ...facts } = refusal as Refusal & { type?: string };
  const { status, hint, [language]: title } = toldOf(refusal);
  const members = faultsIn(language, { ...(eventType === undefined ? {} : { eventType }), ...facts });

  const detail = [`${title}${factsIn(members)}.`, hint?.[language]].filter(Boolean).join(' ');
  return { type: `/problems/${code}`, title, status, detail, code, ...members };
}

const isRefused = (answer: object): answer is Refused => 'kind' in answer && answer.kind === 'refused' && 'refused' in answer;

/** A code that the table does not have can only come from a newer part of the engine; it is told as unexpected, never hidden as success. */
const toldOf = ({ code }: Refusal): Told =>
  Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : PROBLEMS.unexpected;

function factsIn(members: Readonly<Record<string, unknown>>): string {
  const plain = Object.entries(members).filter(([, value]) => value === null || typeof value !== 'object');
  return plain.length === 0 ? '' : ` (${plain.map(([name, value]) => `${name}: ${String(value)}`).join(', ')})`;
}
