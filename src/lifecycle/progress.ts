const WIDTH = 32;

/** One line that fills while something long runs; on a terminal it is drawn over itself, elsewhere it is told every tenth part. */
export class Progress {
  private told = -1;

  constructor(private readonly out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>) {}

  show(done: number, total: number, what: string): void {
    const part = total === 0 ? 1 : done / total;
    const tenth = Math.floor(part * 10);
    if (!this.out.isTTY && tenth <= this.told) return;

    this.told = tenth;
    const filled = Math.round(part * WIDTH);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${String(Math.round(part * 100)).padStart(3)} %  ${what}`;
    this.out.write(this.out.isTTY ? `\r${bar}\u001b[K` : `${bar}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\n');
  }
}
