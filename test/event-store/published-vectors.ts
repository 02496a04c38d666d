import fs from 'node:fs';
import path from 'node:path';
import type { PlainEvent } from './independent-bytes.js';

/** One vector of docs/events.md. */
export type PublishedVector = Readonly<{
  title: string;
  event: PlainEvent;
  bytes: Buffer;
  length: number;
  recordedAtOffset: number;
  hash: string;
  tenantHash: string;
}>;

/** A name of docs/events.md with the id and the reference that it stands for. */
export type PublishedName = readonly [name: readonly (string | number)[], id: string, reference: string];

const text = fs.readFileSync(path.join(__dirname, '../../docs/events.md'), 'utf8');

/** The part of the document under a heading of the second level. */
function section(heading: string): string {
  const found = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (!found) throw new Error(`docs/events.md has no section ${heading}`);
  return found;
}

const VECTOR =
  /^### (\d+\. .+)\n\n```json\n([\s\S]+?)\n```\n\n```text\nbytes \((\d+), recordedAt at (\d+)\)\n([\s\da-f]+)\nhash\n +(\w{64})\ntenantHash\n +(\w{64})\n```/gm;

export const publishedVectors: readonly PublishedVector[] = [...section('Vectors').matchAll(VECTOR)].map(
  ([, title, json, length, offset, hex, hash, tenantHash]) => ({
    title,
    event: JSON.parse(json) as PlainEvent,
    bytes: Buffer.from(hex.replace(/\s/g, ''), 'hex'),
    length: Number(length),
    recordedAtOffset: Number(offset),
    hash,
    tenantHash,
  }),
);

export const publishedNames: readonly PublishedName[] = [
  ...section('Ids').matchAll(/^\| `(\[.+\])` +\| `(.+?)` +\| `(.+?)` +\|$/gm),
].map(([, name, id, reference]) => [JSON.parse(name) as (string | number)[], id, reference]);
