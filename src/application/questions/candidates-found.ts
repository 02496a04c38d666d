import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { candidateVocabulary, type CandidateEvent } from '../../candidate/candidate.events.js';
import { wordsThatCount } from '../../candidate/sealed-words.js';
import { effective, type Effective } from '../../kernel/history.js';
import { ownIdOf, streamIdOf, type CandidateId, type StreamId, type TenantId } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { NamedPerson } from '../name-key.js';
import { mayNot } from '../permissions.js';
import type { KeyClaims } from '../ports/claims.js';
import type { EventStore } from '../ports/event-store.js';
import type { NameSealed, PersonVault } from '../ports/person-vault.js';
import type { Refused } from '../refusals.js';
import { survivorOf } from '../streams/survivor.js';
import { EVENT_STORE, KEY_CLAIMS, PERSON_VAULT } from '../tokens.js';
import { CandidatesFound } from './questions.js';

/** Answers `CandidatesFound` by keyed hashes: nothing is opened, a name that was corrected since finds nobody, and who was merged is found as the survivor. */
@QueryHandler(CandidatesFound)
export class AnswerCandidatesFound implements IQueryHandler<CandidatesFound> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(KEY_CLAIMS) private readonly keyClaims: Pick<KeyClaims, 'holderOf'>,
  ) {}

  async execute({ identity, sought }: CandidatesFound): Promise<readonly CandidateId[] | Refused> {
    const forbidden = mayNot(identity, 'CandidatesFound');
    if (forbidden) return forbidden;

    const { tenant } = identity;
    const found = 'bsn' in sought ? await this.holding(tenant, sought.bsn) : await this.named(tenant, sought);
    const persons = await Promise.all(found.map((candidateId) => survivorOf(candidateId, { store: this.store, tenant })));
    const erased = await Promise.all(persons.map((candidateId) => this.isErased(tenant, candidateId)));
    return [...new Set(persons.filter((_, at) => !erased[at]))].sort();
  }

  /** Nobody finds who was erased, also not by the name of who was merged into them. */
  private async isErased(tenant: TenantId, candidateId: CandidateId): Promise<boolean> {
    const [last] = await this.store.readStream(tenant, streamIdOf('candidate', candidateId), { backwards: true, limit: 1 });
    return last?.type === 'CandidateErased';
  }

  /** A claim whose event is still on its way is nobody's yet. */
  private async holding(tenant: TenantId, bsn: string): Promise<readonly CandidateId[]> {
    const holder = (await this.keyClaims.holderOf(tenant, 'bsn', bsn)) as CandidateId | null;
    if (holder === null) return [];

    const [registered] = await this.store.readStream(tenant, streamIdOf('candidate', holder), { limit: 1 });
    return registered ? [holder] : [];
  }

  private async named(tenant: TenantId, who: NamedPerson): Promise<readonly CandidateId[]> {
    const sealed = (await this.vault.findNamed(tenant, who)).filter(({ streamId }) => streamId.startsWith('candidate-'));
    const streams = [...new Set(sealed.map(({ streamId }) => streamId))];
    const called = await Promise.all(streams.map((streamId) => this.isCalledSo(tenant, streamId, sealed)));
    return streams.filter((_, at) => called[at]).map((streamId) => ownIdOf<'candidate'>(streamId));
  }

  /** Whether the name that counts now is one of those that were found. */
  private async isCalledSo(tenant: TenantId, streamId: StreamId, found: readonly NameSealed[]): Promise<boolean> {
    const history = historyOf(candidateVocabulary, await this.store.readStream(tenant, streamId));
    const { names } = wordsThatCount(effective(history) as unknown as Effective<CandidateEvent>[]);
    return found.some(({ eventId, digest }) => names?.sealedUnder === eventId && names.sealed?.digest === digest);
  }
}
