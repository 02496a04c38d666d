import { X509Certificate } from 'node:crypto';
import type { Setting } from './setting.js';

type Read<T = string> = Pick<Setting<T>, 'mustBe' | 'read'>;

/** Units: characters. Nobody has a longer password; a file that is longer was meant for something else. */
const LONGEST_SECRET = 65_536;

/** What is left of bytes that are no text, what some editors put before a text, and characters that nobody sees. */
const UNSEEN = /[\p{Cc}\uFEFF\uFFFD]/u;

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** A name or place, as a person would write it: blanks around it are a mistake, of whoever made a file of settings too. */
export function word(mustBe: string): Read {
  return { mustBe, read: (text) => (text === text.trim() && !UNSEEN.test(text) ? text : undefined) };
}

/** A password. What a file has too much would else go to the server with it, which then refuses it without saying why. */
export const SECRET: Read = {
  mustBe: 'one line of text, not blank and not above 64 kB',
  read: (text) => (text.trim() !== '' && text.length <= LONGEST_SECRET && !UNSEEN.test(text) ? text : undefined),
};

/** Certificates that can be read as such, so that the first connection is not the one to find out. */
export const CERTIFICATES: Read = {
  mustBe: 'one or more certificates in PEM',
  read: (text) => {
    const found = text.match(PEM);
    return found?.every(isCertificate) ? text : undefined;
  },
};

/** A setting that is one of a few words. */
export function oneOf<T extends string>(words: readonly T[]): Read<T> {
  return { mustBe: `one of ${words.join(', ')}`, read: (text) => words.find((word) => word === text) };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== null;
  } catch {
    return false;
  }
}
