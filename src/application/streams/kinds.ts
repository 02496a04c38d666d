import type { Category } from '../../kernel/ids.js';
import { rulesetDecider } from '../../ruleset/decider.js';
import { seriesDecider } from '../../series/decider.js';
import { candidateKind } from './candidate-kind.js';
import { employerKind } from './employer-kind.js';
import { meetingKind } from './meeting-kind.js';
import { workplaceDecider } from '../../workplace/decider.js';
import { organisationDecider } from '../../organisation/decider.js';
import { plainKind } from './plain-kind.js';
import { programmeKind } from './programme-kind.js';
import { anyDecider, type StreamKind } from './stream-kind.js';
import { trajectoryKind } from './trajectory-kind.js';

/** `slug` names the stream and is no part of what is published. */
const rulesetKind: StreamKind = {
  ...plainKind('ruleset', anyDecider(rulesetDecider)),
  idFor: ({ data, around }) => around.name(['slug', around.tenant, (data as { slug: string }).slug]),
  complete: (data) => {
    const { slug: _, ...published } = data as { slug: string };
    return Promise.resolve({ kind: 'completed', data: published });
  },
};

/** Every kind of stream that there is. */
export const KINDS: Readonly<Record<Category, StreamKind>> = {
  candidate: candidateKind,
  trajectory: trajectoryKind,
  employer: employerKind,
  workplace: plainKind('workplace', anyDecider(workplaceDecider)),
  series: plainKind('series', anyDecider(seriesDecider)),
  meeting: meetingKind,
  organisation: plainKind('organisation', anyDecider(organisationDecider)),
  programme: programmeKind,
  ruleset: rulesetKind,
};
