/**
 * One step of an adapter's schema, run once, as owner, in a transaction of its own.
 * What has been released never changes: a database remembers each step's text and refuses another under its number.
 */
export type Migration = Readonly<{
  adapter: string;
  /** Counts from 1 per adapter, without gaps. */
  number: number;
  name: string;
  /** Digests of texts under which it was run before, which made the very same schema in other words; absent: there were none. */
  formerly?: readonly string[];
  sql: string;
}>;
