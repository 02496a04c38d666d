type Packages = Readonly<{ packages: Readonly<Record<string, object>> }>;
export function isInstalledAs(
  lock: Packages,
  present: Packages | null,
  machine: Readonly<{ platform: string; arch: string }>,
): boolean;
