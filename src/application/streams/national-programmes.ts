import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Code } from '../../kernel/fields.events.js';
import type { Day } from '../../kernel/days.js';
import { streamIdOf } from '../../kernel/ids.js';
import { inForce } from '../../kernel/publications.js';
import { programmeVocabulary, type ProgrammeEvent, type ProgrammePublished } from '../../programme/programme.events.js';
import { publishedIn, type PublishedProgramme } from '../../programme/shelf.js';
import { refuse, type Refused } from '../refusals.js';
import { historyIn, NATIONAL } from './shelves.js';
import type { Around } from './stream-kind.js';

/** What is to be taken of the country's programmes; `version` null: the one in force on the day from which the copy is. */
export type CopyWished = Readonly<{ validFrom: Day; copyOf: Readonly<{ slug: Code<'programme'>; version: number | null }> }>;

type Published = ProgrammePublished['data'];

export const isCopyWished = (data: unknown): data is CopyWished => typeof data === 'object' && data !== null && 'copyOf' in data;

/**
 * A publication with the definition of the country as it stands, and where it is from. Only what tenant `nl` has published may be
 * taken: nobody else's is readable (P11).
 *
 * Errors: `no-such-reference` where the country has no such programme, or no version that counts under that number.
 */
export async function copied({ validFrom, copyOf }: CopyWished, around: Around): Promise<Published | Refused> {
  const { slug, version } = copyOf;
  const versions = await nationalVersions(slug, around);
  const found = version === null ? inForce(versions, validFrom) : versions.find((one) => one.version === version);
  if (!found || found.standsAt === null) return refuse({ code: 'no-such-reference', field: '/copyOf', id: slug });
  return { validFrom, definition: found.definition, copiedFrom: { slug, version: found.version } };
}

/** Whether a publication that names where it was copied from is what stands there. Errors: `no-such-reference` when it is not. Source: R-80, docs/rules.md. */
export async function notAsCopied({ definition, copiedFrom }: Published, around: Around): Promise<Refused | undefined> {
  if (!copiedFrom) return undefined;
  const versions = await nationalVersions(copiedFrom.slug, around);
  const original = versions.find(({ version }) => version === copiedFrom.version)?.definition;
  const isSame = original && canonicalJson(original) === canonicalJson(definition);
  return isSame ? undefined : refuse({ code: 'no-such-reference', field: '/copiedFrom', id: copiedFrom.slug });
}

async function nationalVersions(slug: string, around: Around): Promise<readonly PublishedProgramme[]> {
  const programmeId = around.name<'programme'>(['slug', NATIONAL, slug]);
  const national = { ...around, tenant: NATIONAL };
  const history = await historyIn<ProgrammeEvent>(programmeVocabulary, streamIdOf('programme', programmeId), national);
  return publishedIn(programmeId, history);
}
