export type Reaper = Readonly<{
  folder(path: string): unknown;
  group(pid: number): unknown;
  dismiss(): Promise<void>;
}>;
export function newReaper(): Reaper;
