/** What a name space may be called. */
export const NAME = /^[a-z][a-z0-9]{0,31}$/;
const MARK = '~';

/** Under which name PostgreSQL knows the log of a name space: its closing mark, and where the log of a database is. */
export const logOf = ({ name }: NameSpace): string => `${ON_KURRENTDB}${name}`;

const ON_KURRENTDB = 'kurrentdb:';

/** The name space of a log, null when it is not on KurrentDB. */
export const nameSpaceIn = (log: string | null): string | null =>
  log?.startsWith(ON_KURRENTDB) ? log.slice(ON_KURRENTDB.length) : null;

/**
 * The part of a server that is one store's own: `<name>~` before the name of each of its streams. The name is compared whole,
 * up to the first mark, so that `case` never sees what `case2` holds.
 *
 * Errors: throws for a name that is not `[a-z][a-z0-9]{0,31}`.
 */
export class NameSpace {
  constructor(readonly name: string) {
    if (!NAME.test(name)) throw new Error('a name space on KurrentDB must be [a-z][a-z0-9]{0,31}');
  }

  /** What the server calls a stream. */
  of(stream: string): string {
    return `${this.name}${MARK}${stream}`;
  }

  /** The stream that the server calls so; undefined when it is another's, or the server's own (`$…`). */
  streamIn(serverName: string): string | undefined {
    const end = serverName.indexOf(MARK);
    return end >= 0 && serverName.slice(0, end) === this.name ? serverName.slice(end + MARK.length) : undefined;
  }
}
