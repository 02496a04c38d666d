import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from './planted-copy.js';

/** One line of a Dockerfile: its word, and what follows it. */
export type Instruction = Readonly<{ word: string; rest: string }>;

/** What is built between one FROM and the next. */
export type Stage = Readonly<{ name: string | null; instructions: readonly Instruction[] }>;

/** The stages of the project's Dockerfile, in their order. Comments and empty lines are left out; a line never goes on in the next. */
export function stages(): readonly Stage[] {
  const text = fs.readFileSync(path.join(PROJECT, 'Dockerfile'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const found: { name: string | null; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+) (.+[^\\])$/.exec(line) ?? [];
    if (!word) throw new Error(`the Dockerfile has a line that is not understood: ${line}`);
    if (word === 'FROM') found.push({ name: / AS (\S+)$/.exec(rest)?.[1] ?? null, instructions: [] });
    else found[found.length - 1].instructions.push({ word, rest });
  }
  return found;
}

/** What a stage says by this word, line by line. */
export const saidIn = ({ instructions }: Stage, word: string): readonly string[] =>
  instructions.filter((one) => one.word === word).map(({ rest }) => rest);

/** The environment that a stage sets. */
export function environmentOf(stage: Stage): Record<string, string> {
  return Object.fromEntries(saidIn(stage, 'ENV').map((rest) => rest.split('=') as [string, string]));
}

/** A command as a list of words: `["node", "dist/main.js"]`. */
export const commandIn = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];
