import type { Meta, Seal, WordsRef } from '../../kernel/messages.js';
import type { Words } from '../ports/person-vault.js';

/** Keeps the words of one command aside while the core decides: it sees a reference and passes it on. */
export class WordsAside {
  private readonly kept = new Map<WordsRef, Words>();

  constructor(
    private readonly subject: string,
    private readonly meta: Meta,
  ) {}

  /** A seal for these words, to spread into a command or an event; nothing when there are none. */
  sealOf(words: Words | undefined): { seal?: Seal } {
    if (!words) return {};

    const ref = this.meta.newId('words', this.kept.size);
    this.kept.set(ref, words);
    return { seal: { subject: this.subject, words: ref } };
  }

  get words(): ReadonlyMap<WordsRef, Words> {
    return this.kept;
  }
}
