import type { Wish } from '../../src/application/commands/wish.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import { addDays, dayOf, startOf } from '../../src/kernel/days.js';
import { command } from '../harness/life.js';
import type { Dice } from '../harness/dice.js';
import type { MemoryPlaces } from './memory-places.js';

const CORRECTABLE: ReadonlySet<string> = new Set([
  'MatchProposed',
  'InterestExpressed',
  'MatchMade',
  'MatchFellThrough',
  'PlacementStarted',
  'PlacementEnded',
]);

/** People who do something with matches, placements and workplaces, as chance has it; much of it is refused. */
export class PlacesByChance {
  readonly accepted = new Map<string, number>();

  constructor(
    private readonly world: MemoryPlaces,
    private readonly dice: Dice,
  ) {}

  async act(): Promise<void> {
    const { world, dice } = this;
    if (dice.percent(15)) return this.dayPasses();

    const id = dice.pick(world.trajectoryIds);
    const known = [...(await world.trajectoryOf(id)).matches];
    if (known.length === 0 || dice.percent(12)) return this.tell({ category: 'trajectory', id }, this.proposal());

    const [matchId, { workplaceId, placementId }] = dice.pick(known);
    if (dice.percent(14)) return this.tell({ category: 'trajectory', id }, await this.correction(id));
    if (workplaceId !== null && dice.percent(14))
      return this.tell({ category: 'workplace', id: workplaceId }, this.byHand(matchId));
    const wish = placementId !== null && dice.percent(40) ? this.onPlacement(placementId) : this.onMatch(matchId);
    await this.tell({ category: 'trajectory', id }, wish);
  }

  /** Now and then so many days that what is reserved lapses; whoever sweeps is not always there. */
  private async dayPasses(): Promise<void> {
    const { world, dice } = this;
    const days = dice.percent(20) ? dice.between(40, 50) : dice.between(1, 5);
    await world.clock.moveTo(startOf(addDays(dayOf(await world.clock.now()), days)));
    if (dice.percent(60)) this.count('lapse', await world.sweep());
  }

  private proposal(): Wish {
    const { dice, world } = this;
    const interested = (['candidate', 'employer'] as const).filter(() => dice.percent(70));
    const workplaceId = dice.percent(90) ? dice.pick(world.workplaceIds) : null;
    return command('ProposeMatch', { ...this.pair(workplaceId), interested });
  }

  private pair(workplaceId: string | null) {
    return { employerId: this.world.employerId, meetingId: null, workplaceId, because: 'vacancy' };
  }

  private onMatch(matchId: string): Wish {
    const chance = this.dice.below(10);
    if (chance < 5) return this.interest(matchId);
    if (chance < 6) return command('RecordMatch', { matchId });
    return chance < 7 ? command('LetMatchFall', { matchId, by: 'candidate', reason: 'changed-mind' }) : this.placement(matchId);
  }

  private interest(matchId: string): Wish {
    const interested = this.dice.percent(85);
    const by = this.dice.pick(['candidate', 'employer']);
    return command('ExpressInterest', { matchId, by, interested, reason: interested ? null : 'other' });
  }

  private placement(matchId: string): Wish {
    const terms = { kind: 'learn-work', location: 'external', contract: 'none', hoursPerWeek: 24, until: null };
    return command('StartPlacement', { matchId, employerId: this.world.employerId, ...terms });
  }

  private onPlacement(placementId: string): Wish {
    return this.dice.pick([
      command('EndPlacement', { placementId, reason: 'other', by: 'employer' }),
      command('ConvertPlacement', { placementId, kind: this.dice.pick(['job', 'trial']) }),
    ]);
  }

  private byHand(matchId: string): Wish {
    return this.dice.pick([
      command('ReserveWorkplace', { matchId, lapsesOn: '2020-12-31' }),
      command('FillWorkplace', { matchId }),
      command('ReleaseWorkplace', { matchId, reason: 'entered-in-error' }),
    ]);
  }

  private async correction(id: string): Promise<Wish> {
    const events = (await this.world.eventsOf('trajectory', id)).filter(({ type }) => CORRECTABLE.has(type));
    const asked = Array.from({ length: this.dice.between(1, 2) }, () => this.correctionOf(this.dice.pick(events)));
    return { kind: 'corrections', corrections: asked, late: [] } as Wish;
  }

  /** Of a proposal, another place; of an interest, another word. */
  private correctionOf({ eventId, type, data, occurredOn }: StoredEvent): object {
    const why = { corrects: eventId, reason: 'wrong-details', requestedBy: 'caseworker' };
    const kind = this.dice.pick(['void', 'restore', 'replace']);
    if (kind !== 'replace') return { ...why, kind };

    const changed = type === 'MatchProposed' ? this.pair(this.dice.pick(this.world.workplaceIds)) : {};
    const other = type === 'InterestExpressed' ? { interested: false, reason: 'other' } : changed;
    return { ...why, kind, replacement: { occurredOn, data: { ...(data as object), ...other } } };
  }

  private async tell(target: Parameters<MemoryPlaces['send']>[0], wish: Wish): Promise<void> {
    const outcome = await this.world.send(target, wish);
    if (outcome.kind !== 'refused') this.count(wish.kind === 'command' ? wish.type : 'correction', 1);
  }

  private count(what: string, times: number): void {
    this.accepted.set(what, (this.accepted.get(what) ?? 0) + times);
  }
}
