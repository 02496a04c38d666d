export function portTrouble(env: Readonly<Record<string, string | undefined>>): Promise<string | null>;
