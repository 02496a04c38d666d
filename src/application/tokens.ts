/** The names under which the application's ports are given to it; `app.module.ts` says by what. */
export const EVENT_STORE = Symbol('EventStore');
export const PERSON_VAULT = Symbol('PersonVault');
export const KEY_CLAIMS = Symbol('KeyClaims');
export const CLOCK = Symbol('Clock');
export const NAME = Symbol('Name');
export const TOKENS = Symbol('Tokens');
export const IDENTITY_GUARD = Symbol('IdentityGuard');
export const TIMELINE_ROWS = Symbol('TimelineRows');
export const FOLLOW_UP_ROWS = Symbol('FollowUpRows');
export const TRAJECTORY_ROWS = Symbol('TrajectoryRows');
export const FIGURES = Symbol('Figures');
export const CASELOADS = Symbol('Caseloads');
export const PROJECTIONS = Symbol('Projections');
export const PARKED_REACTIONS = Symbol('ParkedReactions');
