/** Why the database could not be started: its message is one line that says what is wrong and what to do about it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** Whether a text, from a system call or from PostgreSQL itself, says that the disk is full. */
export function saysDiskFull(text: string): boolean {
  return /\bENOSPC\b|No space left on device|\bEDQUOT\b|Disk quota exceeded/i.test(text);
}

/** The line for a full disk, wherever it was noticed. */
export function diskFull(folder: string): StartFailure {
  return new StartFailure(
    `The disk that holds ${folder} is full: free at least 500 MB there, or set DATA_DIR to a folder on another disk.`,
  );
}

/** The line for a folder that could not be made or written, from the error of the system call. */
export function folderFailure(folder: string, error: unknown): StartFailure {
  const { code = 'unknown', message } = error as NodeJS.ErrnoException;
  if (saysDiskFull(`${code} ${message}`)) return diskFull(folder);
  return new StartFailure(
    `Cannot write in ${folder} (${code}): give this user the right to, or set DATA_DIR to a folder that it may write.`,
  );
}
