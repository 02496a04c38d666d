import { randomUUID } from 'node:crypto';
import type { Api } from './api.js';

/** Where requests are taken. */
type At = Pick<Api, 'url'>;

type Json = Record<string, unknown>;
export type Answer = Readonly<{ status: number; headers: Headers; body: Json }>;
type Sent = Readonly<{
  token?: string | null;
  key?: string | null;
  headers?: Record<string, string>;
  raw?: string | Uint8Array<ArrayBuffer>;
}>;

/** Sends a command as a client does: a token and a new key, unless told otherwise; `raw` goes as it is. */
export function post(
  api: At,
  [path, body]: readonly [path: string, body?: unknown],
  { token = 'caseworker', key = randomUUID(), headers = {}, raw }: Sent = {},
): Promise<Answer> {
  return send(api, path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...bearer(token),
      ...(key !== null && { 'idempotency-key': key }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  });
}

export const get = (api: At, path: string, { token = 'caseworker', headers = {} }: Sent = {}): Promise<Answer> =>
  send(api, path, { headers: { ...bearer(token), ...headers } });

export async function send(api: At, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${api.url}${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? (JSON.parse(text) as Json) : { text },
  };
}

const bearer = (token: string | null): Record<string, string> => (token === null ? {} : { authorization: `Bearer ${token}` });
