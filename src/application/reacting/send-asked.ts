import type { Name } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/messages.js';
import type { BreaksLater } from '../../kernel/outcome.js';
import { UnknownEvent } from '../../kernel/vocabulary.js';
import type { Asked, Reaction } from '../../reactions/reaction.js';
import type { CommandFlow } from '../commands/command-flow.js';
import { engineOf } from '../engine-identity.js';
import { NotNow } from '../not-now.js';
import { BadAppend, type StoredEvent } from '../ports/event-store.js';
import type { Settled, StoredCommand } from '../ports/reactions.js';
import { KINDS } from '../streams/kinds.js';

/** What came of a command, and the command that is the answer to that. */
export type Sent = Readonly<{ settled: Settled; answer?: Asked }>;

/** Refusals that say nothing about the command: they pass. */
const PASSING: ReadonlySet<string> = new Set(['store-closed', 'lost-the-race']);

/** What is wrong with the program or the command, and would be so again. */
const FAULTS = [BadAppend, UnknownEvent, TypeError, RangeError, ReferenceError];

type Around = Readonly<{ flow: Pick<CommandFlow, 'run'>; name: Name; reaction: Reaction }>;

/**
 * Sends one stored command under its own id, so that a repeat changes nothing, as a consequence of its cause.
 *
 * Errors: throws `NotNow`, and what the store or the vault throw when they cannot work.
 */
export async function sendAsked(around: Around, command: StoredCommand, cause: StoredEvent): Promise<Sent> {
  const refused = await refusalOf(around, command, cause);
  if (!refused) return { settled: { kind: 'done' } };

  const { code } = refused;
  if (PASSING.has(code)) throw new NotNow(code);
  const nothingLeft = [code, brokenBy(refused)].find((one) => around.reaction.nothingLeft.has(one));
  if (nothingLeft) return { settled: { kind: 'nothing-left', code: nothingLeft } };

  const answer = command.answers === null ? around.reaction.answers[code]?.(command.asked) : undefined;
  return answer ? { settled: { kind: 'answered', code }, answer } : { settled: { kind: 'parked', code } };
}

async function refusalOf({ flow, name, reaction }: Around, command: StoredCommand, cause: StoredEvent) {
  const { asked, n } = command;
  const { eventId, tenant, correlationId } = cause;
  try {
    const outcome = await flow.run(KINDS[asked.of], {
      id: asked.id,
      origin: {
        kind: 'engine',
        identity: engineOf(tenant),
        commandId: name<'command'>(['reaction', eventId, reaction.name, n]),
        causationId: eventId,
        correlationId,
      },
      wish: { kind: 'command', ...asked.command },
    });
    return outcome.kind === 'refused' ? outcome.refused : undefined;
  } catch (error) {
    if (!FAULTS.some((fault) => error instanceof fault)) throw error;
    return { code: `fault-${(error as Error).name}` };
  }
}

/** On a past day a command may be refused for what came later: then the code with which that could no longer stand. */
function brokenBy(refused: Refusal): string {
  const { refusal } = refused as Partial<BreaksLater>;
  return refused.code === 'breaks-later' && refusal !== undefined ? refusal : '';
}
