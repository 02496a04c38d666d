import { dayFrom } from '../../src/kernel/days.js';
import type { EventCorrected } from '../../src/kernel/corrected.events.js';
import type { FollowUpId } from '../../src/kernel/ids.js';
import { followUpsAfter } from '../../src/follow-ups/follow-ups-after.js';
import type { Shelf } from '../../src/programme/shelf.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { ledgerVocabulary } from '../../src/trajectory/ledger/ledger.events.js';
import type { LedgerEvent, TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { shelfWith } from '../examples/programme.examples.js';
import { historyTold } from '../harness/decider-spec.js';
import { testId, testMeta } from '../harness/ids.js';

type Told = TrajectoryEvent | EventCorrected;

type Telling = Readonly<{ told: readonly Told[]; shelf: Shelf; appends: number; planned: readonly LedgerEvent[] }>;

/** A life that is told append by append, each with the follow-up events that go with it. */
export class Life {
  private constructor(private readonly telling: Telling) {}

  static under = (shelf: Shelf = shelfWith()): Life => new Life({ told: [], shelf, appends: 0, planned: [] });

  /** The follow-up events of the last append. */
  get planned(): readonly LedgerEvent[] {
    return this.telling.planned;
  }

  /** How each follow-up stands, in the order in which they were planned: the rule, with whom, and until when or why no longer. */
  get standing(): string[] {
    const isLedger = (event: Told): event is LedgerEvent => event.type in ledgerVocabulary;
    return standings(this.telling.told.filter(isLedger));
  }

  /** Appends these on that day, with the follow-ups that they bring about. */
  append(today: string, ...events: readonly Told[]): Life {
    const told = [...this.telling.told, ...events];
    const planned = this.askedFor(told, today);
    return new Life({ ...this.telling, told: [...told, ...planned], appends: this.telling.appends + 1, planned });
  }

  /** The same life, with other rules from now on. */
  with(shelf: Shelf): Life {
    return new Life({ ...this.telling, shelf });
  }

  /** What would be planned if it were asked once more. */
  again(today: string): readonly LedgerEvent[] {
    return this.askedFor(this.telling.told, today);
  }

  private askedFor(told: readonly Told[], today: string): LedgerEvent[] {
    const { shelf, appends } = this.telling;
    const meta = testMeta({ today: dayFrom(today), command: `append ${appends + 1}` });
    return followUpsAfter({ decider: trajectoryDecider(shelf), shelf }, historyTold<TrajectoryEvent>(told), meta);
  }
}

/** The id of the nth follow-up that an append planned; both count from where they begin, appends from 1 and follow-ups from 0. */
export const followUp = (append: number, nth = 0): FollowUpId => testId('new', `append ${append}`, 'follow-up', nth);

function standings(ledger: readonly LedgerEvent[]): string[] {
  const promises = new Map<FollowUpId, string>();
  const stands = new Map<FollowUpId, string>();
  for (const event of ledger) {
    const { followUpId } = event.data;
    if (event.type === 'FollowUpPlanned') promises.set(followUpId, `${event.data.ruleId} with ${event.data.with}`);
    stands.set(followUpId, howItStands(event));
  }
  return [...promises].map(([followUpId, promise]) => `${promise}: ${stands.get(followUpId)}`);
}

const howItStands = (event: LedgerEvent): string => {
  switch (event.type) {
    case 'FollowUpPlanned':
    case 'FollowUpMoved':
      return event.data.dueOn;
    case 'FollowUpFellDue':
      return 'fell due';
    case 'FollowUpDone':
      return 'done';
    case 'FollowUpCancelled':
      return event.data.reason;
  }
};

/** The events in few words: what, which follow-up, and what about it. */
export function inShort(events: readonly LedgerEvent[]): string[] {
  return events.map((event) => {
    switch (event.type) {
      case 'FollowUpPlanned':
        return `planned with ${event.data.with} for ${event.data.dueOn}`;
      case 'FollowUpMoved':
        return `moved to ${event.data.dueOn} as version ${event.data.version}`;
      case 'FollowUpFellDue':
        return `fell due, step ${event.data.step}`;
      case 'FollowUpDone':
        return 'done';
      case 'FollowUpCancelled':
        return `cancelled, ${event.data.reason}`;
    }
  });
}
