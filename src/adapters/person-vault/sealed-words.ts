import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SealBroken, type Part, type Words } from '../../application/ports/person-vault.js';
import { canonicalJson } from '../../kernel/canonical-json.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Words as they are stored: `ciphertext` ends in the tag of AES-256-GCM, `digest` is the SHA-256 of nonce and ciphertext in hex. */
export type SealedWords = Readonly<{ nonce: Buffer; ciphertext: Buffer; digest: string }>;

/** Where words belong; bound to them, so that they open for no other tenant, stream, event or subject. */
export type Place = Omit<Part, 'words'>;

/** Encrypts the canonical JSON of the words under a nonce of their own. */
export function sealWords(key: Buffer, place: Place, words: Words): SealedWords {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(place));
  const ciphertext = Buffer.concat([cipher.update(canonicalJson(words), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce, ciphertext, digest: digestOf(nonce, ciphertext) };
}

/**
 * The words again.
 * The digest is computed anew as well: it stands in the log, so not even who holds the subject's key can put other words in their place.
 * Errors: throws `SealBroken`.
 */
export function openWords(key: Buffer, place: Place, { nonce, ciphertext, digest }: SealedWords): Words {
  if (digestOf(nonce, ciphertext) !== digest) throw new SealBroken(place.eventId);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(place)).setAuthTag(ciphertext.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Words;
  } catch {
    // Without its cause, which could quote what was half decrypted.
    throw new SealBroken(place.eventId);
  }
}

function digestOf(nonce: Buffer, ciphertext: Buffer): string {
  return createHash('sha256').update(nonce).update(ciphertext).digest('hex');
}

function boundTo({ tenant, streamId, eventId, subject }: Place): Buffer {
  return Buffer.from(canonicalJson(['sealed-part', 1, tenant, streamId, eventId, subject]));
}
