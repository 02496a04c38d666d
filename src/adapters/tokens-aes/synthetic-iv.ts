import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';

const IV_BYTES = 16;

/**
 * Deterministic authenticated encryption: the same text in the same context gives the same bytes, and nothing else about it shows.
 * `open` answers null for bytes that this key did not seal in this context.
 */
export interface SyntheticIv {
  seal(text: Buffer, context: Buffer): Buffer;
  open(sealed: Buffer, context: Buffer): Buffer | null;
}

/**
 * SIV with HMAC-SHA-256 as its MAC: the first 16 bytes of the HMAC over context and text are both the tag and the IV of AES-256-CTR.
 * AES-GCM with a nonce from an HMAC would do the same with 12 bytes more, and there one repeated nonce gives away the key of all tags;
 * here a repeated tag (expected after 2^64 texts) would show how two texts differ, and nothing else. Node's OpenSSL has no AES-GCM-SIV.
 *
 * Shape: `sealed` is tag (16) ‖ ciphertext, as long as the text.
 * Source: Rogaway and Shrimpton, Deterministic Authenticated-Encryption (2006), section 4; RFC 5297 has the same with CMAC.
 */
export function syntheticIv(key: KeyObject): SyntheticIv {
  const macKey = derived(key, 'trajectlijn tokens mac');
  const cipherKey = derived(key, 'trajectlijn tokens cipher');
  const tagOf = (text: Buffer, context: Buffer) =>
    createHmac('sha256', macKey).update(lengthOf(context)).update(context).update(text).digest().subarray(0, IV_BYTES);

  return {
    seal(text, context) {
      const tag = tagOf(text, context);
      return Buffer.concat([tag, createCipheriv('aes-256-ctr', cipherKey, tag).update(text)]);
    },
    open(sealed, context) {
      if (sealed.length < IV_BYTES) return null;
      const tag = sealed.subarray(0, IV_BYTES);
      const text = createDecipheriv('aes-256-ctr', cipherKey, tag).update(sealed.subarray(IV_BYTES));
      return timingSafeEqual(tag, tagOf(text, context)) ? text : null;
    },
  };
}

/** Before the context, so that no byte can move from it to the text. */
function lengthOf(context: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(context.length);
  return length;
}

const derived = (key: KeyObject, use: string) => Buffer.from(hkdfSync('sha256', key, '', use, 32));
