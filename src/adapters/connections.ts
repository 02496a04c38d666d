import type pg from 'pg';

/** The logins that are used: the owner migrates and does nothing else, three share the work, and the copier moves a store. */
export const LOGINS = ['owner', 'flusher', 'writer', 'reader', 'copier'] as const;
export type Login = (typeof LOGINS)[number];

/** How each login reaches the one database; made once at the start, and handed to the adapters. */
export type Connections = Readonly<Record<Login, pg.ClientConfig>>;

/** The login's role in PostgreSQL. */
export const roleOf = (login: Login): `trajectlijn_${Login}` => `trajectlijn_${login}`;
