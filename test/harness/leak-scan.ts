import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Where a marker lies open: a table, a file or the name given to a text, and how it was written there. Never quotes what is around it. */
export type Leak = Readonly<{ where: string; marker: string; form: string }>;

type Form = Readonly<{ marker: string; form: string; bytes: Buffer }>;

/** What was found in a stream of bytes, also where a marker lies across two chunks. */
type Search = Readonly<{ take(chunk: Buffer): void; found(): Leak[] }>;

/**
 * Every row of every table and materialized view, of every schema (the catalogue with its statistics too), by COPY. As superuser.
 * Shape: one leak per table, marker and form.
 */
export async function leaksInTables(superuser: pg.ClientConfig, markers: readonly string[]): Promise<Leak[]> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const leaks: Leak[] = [];
    for (const table of await tables(client)) {
      const search = searching(`table ${table}`, markers);
      await copyOut(client, `copy (select * from ${table}) to stdout`, search.take);
      leaks.push(...search.found());
    }
    return leaks;
  } finally {
    await client.end();
  }
}

/** Every file below a folder, as bytes: a data directory with its write-ahead log, logs, dumps. A file that vanishes meanwhile is passed over. */
export async function leaksInFolder(folder: string, markers: readonly string[]): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    leaks.push(...(await leaksInFile(file, searching(`file ${path.relative(folder, file)}`, markers))));
  }
  return leaks;
}

/** A text or bytes that a test holds already: a log, metrics, an answer. */
export function leaksIn(where: string, what: string | Buffer, markers: readonly string[]): Leak[] {
  const search = searching(where, markers);
  search.take(Buffer.from(what as string));
  return search.found();
}

/**
 * The ways in which a marker may be written: in its own, lower and upper case, as UTF-8 and UTF-16, each of these
 * plain, in base64 (at any of its three places in a group; base64url writes letters the same way) and in hexadecimal,
 * and base64 once more in hexadecimal, as COPY shows a bytea.
 */
function formsOf(marker: string): Form[] {
  if (!/^[A-Za-z0-9]{9,}$/.test(marker)) throw new Error('a marker has at least 9 letters or digits and nothing else');
  const written = [...new Set([marker, marker.toLowerCase(), marker.toUpperCase()])].flatMap((text) => [
    { form: 'plain', bytes: Buffer.from(text, 'utf8') },
    { form: 'utf-16', bytes: Buffer.from(text, 'utf16le') },
    { form: 'utf-16', bytes: Buffer.from(text, 'utf16le').swap16() },
  ]);
  const based = written.flatMap(({ form, bytes }) =>
    base64Of(bytes).map((b) => ({ form: form === 'plain' ? 'base64' : `base64 of ${form}`, bytes: b })),
  );
  const hexed = [...written, ...based].flatMap(({ form, bytes }) =>
    [bytes.toString('hex'), bytes.toString('hex').toUpperCase()].map((hex) => ({
      form: form === 'plain' ? 'hex' : `hex of ${form}`,
      bytes: Buffer.from(hex),
    })),
  );
  return [...written, ...based, ...hexed].map((form) => ({ marker, ...form }));
}

/** The letters of base64 that hang on these bytes alone, wherever they stand in a longer text. */
function base64Of(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    const until = Math.floor(((before + bytes.length) * 8) / 6);
    return Buffer.from(text.slice(from, until));
  });
}

/** Gathers what comes into pieces worth searching; each begins with the end of the last, so that no marker falls between two. */
function searching(where: string, markers: readonly string[]): Search {
  const forms = markers.flatMap(formsOf);
  const overlap = Math.max(...forms.map(({ bytes }) => bytes.length)) - 1;
  const spot = spotter(forms);
  const found = new Map<string, Leak>();
  let waiting: Buffer[] = [];
  let size = 0;

  const search = () => {
    const piece = Buffer.concat(waiting);
    for (const { marker, form } of spot(piece)) found.set(`${marker} ${form}`, { where, marker, form });
    waiting = [piece.subarray(Math.max(0, piece.length - overlap))];
    size = 0;
  };
  return {
    take(chunk) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= PIECE_BYTES) search();
    },
    found() {
      search();
      return [...found.values()];
    },
  };
}

const PIECE_BYTES = 1 << 20;

/** One pass over the bytes however many forms there are: by the first two bytes it is seldom worth a second look. */
function spotter(forms: readonly Form[]): (piece: Buffer) => Form[] {
  const begins = new Uint8Array(65536);
  for (const { bytes } of forms) begins[bytes.readUInt16LE(0)] = 1;
  const byBeginning = new Map<number, Form[]>();
  for (const form of forms) {
    const beginning = form.bytes.readUInt32LE(0);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), form]);
  }

  return (piece) => {
    const spotted: Form[] = [];
    for (let at = 0; at + 4 <= piece.length; at++) {
      if (begins[piece[at] | (piece[at + 1] << 8)] === 0) continue;
      for (const form of byBeginning.get(piece.readUInt32LE(at)) ?? [])
        if (piece.subarray(at, at + form.bytes.length).equals(form.bytes)) spotted.push(form);
    }
    return spotted;
  };
}

async function leaksInFile(file: string, search: Search): Promise<Leak[]> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 4 << 20 })) search.take(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return search.found();
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not like 'pg_temp%' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** What `pg` leaves undone of COPY: it passes each chunk to the query and no further, in a buffer that it uses again for the next. */
class CopyOut extends pg.Query {
  handleCopyData: (message: { chunk: Buffer }) => void;

  constructor(sql: string, take: (chunk: Buffer) => void, done: (error?: Error) => void) {
    super(sql, [], done);
    this.handleCopyData = ({ chunk }) => take(Buffer.from(chunk));
  }
}

function copyOut(client: pg.Client, sql: string, take: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(sql, take, (error) => (error ? reject(error) : resolve())));
  });
}
