export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** Real time for what only ages: sweepers measure with it, and a spec lets it pass. */
export class Age {
  private passed = 0;

  now(): number {
    return this.passed;
  }

  pass(ms: number): void {
    this.passed += ms;
  }
}
