import { stateOf } from '../../kernel/history.js';
import { ownIdOf, type Name, type TenantId } from '../../kernel/ids.js';
import { organisationDecider } from '../../organisation/decider.js';
import { organisationVocabulary, type OrganisationEvent } from '../../organisation/organisation.events.js';
import { programmeVocabulary, type ProgrammeEvent } from '../../programme/programme.events.js';
import { publishedIn, type PublishedProgramme } from '../../programme/shelf.js';
import type { KnownOrganisation } from '../../read-models/caseload/caseload.js';
import { streamsWith } from '../every-event.js';
import type { EventStore } from '../ports/event-store.js';
import { historyIn } from '../streams/shelves.js';

/** Reads what a tenant has few of from the log itself: what was just told is in it. */
export class FewStreams {
  constructor(
    private readonly store: EventStore,
    private readonly name: Name,
  ) {}

  /** Every version of every programme that a trajectory may stand under. */
  async programmes(tenant: TenantId): Promise<readonly PublishedProgramme[]> {
    const around = { store: this.store, tenant, name: this.name };
    const streams = await streamsWith(this.store, { tenant, types: ['ProgrammePublished'] });
    const published = streams.map(async (streamId) =>
      publishedIn(ownIdOf<'programme'>(streamId), await historyIn<ProgrammeEvent>(programmeVocabulary, streamId, around)),
    );
    return (await Promise.all(published)).flat();
  }

  /** Every organisation that formed a team, as it is now. */
  async organisationsWithTeams(tenant: TenantId): Promise<readonly KnownOrganisation[]> {
    const around = { store: this.store, tenant, name: this.name };
    const streams = await streamsWith(this.store, { tenant, types: ['TeamFormed'] });
    const known = streams.map(async (streamId) => {
      const history = await historyIn<OrganisationEvent>(organisationVocabulary, streamId, around);
      return { organisationId: ownIdOf<'organisation'>(streamId), organisation: stateOf(organisationDecider, history) };
    });
    return Promise.all(known);
  }
}
