import type { ProgrammeId, SubjectId } from '../../kernel/ids.js';
import { missingFor } from '../../programme/phases.js';
import type { PublishedProgramme } from '../../programme/shelf.js';
import type { FactName } from '../../programme/terms.js';

/** Running trajectories that are alike: in whose charge (null: nobody's), under which version, and what happened of all that opens phases. */
export type AlikeTrajectories = Readonly<{
  caseworkerId: SubjectId | null;
  programmeId: ProgrammeId;
  programmeVersion: number;
  happened: readonly FactName[];
  trajectories: number;
}>;

/** Follow-ups that stand open in the charge of one caseworker, or of nobody, and how many of them are overdue. */
export type OpenFollowUps = Readonly<{ caseworkerId: SubjectId | null; open: number; overdue: number }>;

/** How many running trajectories are in a phase that is open for them. */
export type InPhase = Readonly<{ programmeId: ProgrammeId; phase: string; trajectories: number }>;

/**
 * What is in somebody's charge: running trajectories, and follow-ups that stand open whatever became of theirs.
 *
 * Shape: phases with nobody in them are left out; as phases are not one line, their numbers add up to nothing.
 * Source: R-428, docs/rules.md.
 */
export type Load = Readonly<{
  trajectories: number;
  phases: readonly InPhase[];
  followUps: Readonly<{ open: number; overdue: number }>;
}>;

/** Says what is in the charge of some. */
export type LoadOf = (isTheirs: (caseworkerId: SubjectId | null) => boolean) => Load;

/** Counts by the definition that each trajectory stands under; phases come by programme, in the order in which it names them. */
export function loadOn(programmes: readonly PublishedProgramme[], { running, followUps }: Counted): LoadOf {
  return (isTheirs) => {
    const theirs = running.filter(({ caseworkerId }) => isTheirs(caseworkerId));
    const promised = followUps.filter(({ caseworkerId }) => isTheirs(caseworkerId));
    return {
      trajectories: sumOf(theirs.map(({ trajectories }) => trajectories)),
      phases: inPhases(programmes, theirs),
      followUps: { open: sumOf(promised.map(({ open }) => open)), overdue: sumOf(promised.map(({ overdue }) => overdue)) },
    };
  };
}

/** All that is counted of a tenant. */
export type Counted = Readonly<{ running: readonly AlikeTrajectories[]; followUps: readonly OpenFollowUps[] }>;

/** Each fact that opens some phase of some version, once. */
export const openingFacts = (programmes: readonly PublishedProgramme[]): readonly FactName[] => [
  ...new Set(programmes.flatMap(({ definition }) => definition.phases.flatMap(({ opens }) => opens))),
];

function inPhases(programmes: readonly PublishedProgramme[], running: readonly AlikeTrajectories[]): readonly InPhase[] {
  const counts = new Map<string, InPhase>();
  for (const { programmeId, version, definition } of programmes) {
    const under = running.filter((one) => one.programmeId === programmeId && one.programmeVersion === version);
    for (const phase of definition.phases) {
      const inIt = under.filter(({ happened }) => missingFor(phase, new Set(happened)).length === 0);
      const key = `${programmeId} ${phase.id}`;
      const trajectories = (counts.get(key)?.trajectories ?? 0) + sumOf(inIt.map((one) => one.trajectories));
      counts.set(key, { programmeId, phase: phase.id, trajectories });
    }
  }
  return [...counts.values()].filter(({ trajectories }) => trajectories > 0);
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
