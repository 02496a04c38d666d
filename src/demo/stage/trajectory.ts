import type { Answer, Api } from './api.js';

/** A match as the state of a trajectory shows it. */
export type Match = Readonly<{ employerId: string; fellOn: string | null }>;

type Start = Readonly<{
  candidateId: string;
  programmeId: string;
  referral: string;
  enrolledOn?: string;
  previousTrajectoryId?: string;
}>;

type Event = Readonly<{ type: string; eventId: string; data: unknown }>;

/** Somebody's trajectory, as a caseworker's system works on it: what several stories do alike. */
export class Trajectory {
  private constructor(
    private readonly api: Api,
    readonly id: string,
  ) {}

  /** Offers one, for whoever may take it or leave it. */
  static async offered(api: Api, offer: Readonly<{ candidateId: string; programmeId: string }>): Promise<Trajectory> {
    return new Trajectory(api, await api.create('/trajectories/offers', offer));
  }

  /** Starts one that nobody had offered. */
  static async started(api: Api, start: Start): Promise<Trajectory> {
    return new Trajectory(api, await api.create('/trajectories', start));
  }

  /** The one that the engine offered this candidate. Errors: throws when no offer is open, once all has passed. */
  static async offeredTo(api: Api, candidateId: string, programmeId: string): Promise<Trajectory> {
    const which = `candidateId=${candidateId}&programmeId=${programmeId}&status=offered`;
    const { items } = await api.ask<{ items: readonly { trajectoryId: string }[] }>(`/trajectories?${which}`);
    if (items.length !== 1) throw new Error(`${items.length} trajectories are offered to ${candidateId}`);
    api.heardOf(`/trajectories/${items[0].trajectoryId}`);
    return new Trajectory(api, items[0].trajectoryId);
  }

  /** One more thing that happened in it, by the name of its resource. */
  send(resource: string, body: object): Promise<Answer> {
    return this.api.send(`/trajectories/${this.id}/${resource}`, body);
  }

  /** The same, of what is then spoken of by its id. */
  create(resource: string, body: object): Promise<string> {
    return this.api.create(`/trajectories/${this.id}/${resource}`, body);
  }

  /** Takes up what was offered. */
  async accept(start: Start): Promise<void> {
    await this.send('offer-answers', { accepted: true });
    await this.api.create('/trajectories', start);
  }

  /** A match with this employer, to which both say yes. */
  async match(employerId: string, more: object = {}): Promise<string> {
    const because = 'caseworker-saw';
    return this.create('matches', { employerId, because, interested: ['candidate', 'employer'], ...more });
  }

  /** A talk of all three about a match. */
  async talk(matchId: string): Promise<void> {
    await this.send('talks', { matchId, participants: ['candidate', 'employer', 'municipality'] });
  }

  /** The matches that were proposed so far, by id. */
  async matches(): Promise<Readonly<Record<string, Match>>> {
    const { state } = await this.api.ask<{ state: { matches: Record<string, Match> } }>(`/trajectories/${this.id}/state`);
    return state.matches;
  }

  /** The last event of a type as it was entered. Errors: throws when there is none. */
  async last(type: string): Promise<Event> {
    const { events } = await this.api.ask<{ events: readonly Event[] }>(`/trajectories/${this.id}/events`);
    const found = events.findLast((event) => event.type === type);
    if (!found) throw new Error(`${this.id} has no ${type}`);
    return found;
  }
}
