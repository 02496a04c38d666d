import { isDay, isInstant } from '../kernel/days.js';
import { BadAppend, type Append, type NewEvent } from './ports/event-store.js';

/** How many events one append may hold. */
export const EVENTS_LIMIT = 100;

const LAST_VERSION = 2 ** 31 - 1;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What a stream is called: `<category>-<uuid>`. */
export const STREAM = /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TENANT = /^[a-z][a-z0-9-]{0,31}$/;
const TYPE = /^[A-Z][A-Za-z0-9]{0,63}$/;
const DIGEST = /^[0-9a-f]{64}$/;

type Check = readonly [holds: boolean, fault: string];

/**
 * Refuses an append whose envelope no store may take; what is wrong with its JSON or its size shows when its bytes are made.
 *
 * Errors: throws `BadAppend` that names the field and never shows a value.
 */
export function checkAppend(append: Append): void {
  const { events, expectedVersion, claims } = append;
  demand([
    [TENANT.test(append.tenant), 'tenant: must be [a-z][a-z0-9-]{0,31}'],
    [STREAM.test(append.streamId), 'streamId: must be <category>-<uuid>'],
    [isCount(expectedVersion, 0, LAST_VERSION - EVENTS_LIMIT), 'expectedVersion: must be a version, 0 for a new stream'],
    [UUID.test(append.commandId), 'commandId: must be a UUID in lower case'],
    [UUID.test(append.correlationId), 'correlationId: must be a UUID in lower case'],
    [append.causationId === null || UUID.test(append.causationId), 'causationId: must be null or a UUID in lower case'],
    [!claims || (UUID.test(claims.decision) && isCount(claims.keys, 1, 1000)), 'claims: must name a decision and how many keys'],
    [events.length > 0, 'events: must not be empty'],
    [events.length <= EVENTS_LIMIT, `events: must not be more than ${EVENTS_LIMIT}`],
    [new Set(events.map(({ eventId }) => eventId)).size === events.length, 'events: must each have an eventId of their own'],
  ]);
  events.forEach(checkEvent);
}

function checkEvent(event: NewEvent, index: number): void {
  const { sealed } = event;
  demand(
    [
      [UUID.test(event.eventId), '.eventId: must be a UUID in lower case'],
      [TYPE.test(event.type), '.type: must be [A-Z][A-Za-z0-9]{0,63}'],
      [isCount(event.schemaVersion, 1, 32_767), '.schemaVersion: must be a whole number from 1'],
      [isOccurred(event), ': must have either occurredOn, a day, or occurredAt, an instant with six decimals'],
      [sealed === null || DIGEST.test(sealed.digest), '.sealed: must be null or hold a SHA-256 in lower-case hex'],
    ],
    () => `events[${index}]`,
  );
}

function isOccurred({ occurredOn, occurredAt }: NewEvent): boolean {
  if (occurredOn !== undefined && occurredAt !== undefined) return false;
  return occurredOn === undefined ? isInstant(occurredAt ?? '') : isDay(occurredOn);
}

function isCount(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}

/** `at` is put together only for what is wrong: this is done for every event that anybody appends. */
function demand(checks: readonly Check[], at = () => ''): void {
  for (const [holds, fault] of checks) if (!holds) throw new BadAppend(`${at()}${fault}`);
}
