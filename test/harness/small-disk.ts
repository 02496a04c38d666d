import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * A disk of so many megabytes, in memory. Only root may mount one; elsewhere this throws, so that a test which needs a disk
 * that is really full fails and says why, instead of passing without having filled one.
 */
export function smallDisk(megabytes: number): Readonly<{ folder: string; remove(): void }> {
  const folder = fs.mkdtempSync('/var/tmp/trajectlijn-disk-');
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { encoding: 'utf8' });
  if (made.status !== 0) {
    fs.rmdirSync(folder);
    throw new Error(`a small disk can be mounted by root only: ${made.stderr.trim()}`);
  }
  return {
    folder,
    remove() {
      spawnSync('umount', ['--lazy', folder]);
      fs.rmdirSync(folder);
    },
  };
}
