import { createCipheriv, createDecipheriv, createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { CannotUnwrap, type MasterKey, type Wrapped } from '../../application/ports/master-key.js';
import { canonicalJson } from '../../kernel/canonical-json.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * A master key that lies in this process: AES-256-GCM, a random nonce per wrapping, the place as associated data.
 * AES-KW would do without a nonce, but binds nothing to it, and a wrapped key could then be carried to another subject's row.
 *
 * Shape: `wrapped` is nonce (12) ‖ ciphertext (32) ‖ tag (16); `id` is 16 hex digits of an HMAC under the key.
 */
export function masterKey(key: KeyObject): MasterKey {
  const id = createHmac('sha256', key).update('trajectlijn master key').digest('hex').slice(0, 16);
  return {
    id,
    wrap: (bytes, place) => ({ master: id, wrapped: wrap(key, bytes, place) }),
    unwrap: (it, place) => unwrap({ key, id }, it, place),
  };
}

function wrap(key: KeyObject, bytes: Buffer, place: readonly string[]): Buffer {
  if (bytes.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes`);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(master: { key: KeyObject; id: string }, { master: id, wrapped }: Wrapped, place: readonly string[]): Buffer {
  if (id !== master.id)
    throw new CannotUnwrap(
      `the database holds keys of master key ${id}, but master.key is ${master.id}; put the right folder of keys back`,
    );
  if (wrapped.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) throw altered(place);

  const decipher = createDecipheriv('aes-256-gcm', master.key, wrapped.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place)).setAuthTag(wrapped.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw altered(place);
  }
}

const altered = (place: readonly string[]) =>
  new CannotUnwrap(`the wrapped key of ${place.join(' ')} was altered or belongs elsewhere`);
const boundTo = (place: readonly string[]) => Buffer.from(canonicalJson(['wrapped-key', 1, place]));
