export function redisServer(): Readonly<{ program: string; argv0: string }>;
export function redisServerInstalled(say: (line: string) => void): boolean;
