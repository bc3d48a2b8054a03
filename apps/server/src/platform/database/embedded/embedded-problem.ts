/** Why the embedded database cannot be used, in words for the person who starts Baton. */
export class EmbeddedDatabaseProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EmbeddedDatabaseProblem';
  }
}

/** @returns the problem in plain words when `error` is one a file system gives, else `error` itself */
export function explained(error: unknown, folder: string, who = 'the user who starts Baton'): unknown {
  const reasons: Record<string, string> = {
    EACCES: `${who} may not write to ${folder}`,
    EPERM: `${who} may not write to ${folder}`,
    EROFS: `${folder} lies on a read-only file system`,
    ENOSPC: `the disk that holds ${folder} is full`,
    EDQUOT: `the quota for ${folder} is used up`,
    ENOTDIR: `a part of the path ${folder} is a file, not a folder`,
    EEXIST: `${folder} is a file, not a folder`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason
    ? new EmbeddedDatabaseProblem(
        `The embedded database cannot be stored: ${reason}. Set BATON_DATA_DIR to another folder, or DATABASE_URL to a Postgres of your own.`,
      )
    : error;
}

/** What Postgres or initdb said before it gave up, as one problem. */
export function whatPostgresSaid(output: string, folder: string): EmbeddedDatabaseProblem {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new EmbeddedDatabaseProblem(`The disk that holds ${folder} is full; the embedded database cannot start until there is room.`);
  }
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => /FATAL|PANIC|error|HINT|DETAIL/i.test(line));
  const said = (lines.length > 0 ? lines : output.trim().split('\n'))
    .slice(-4)
    .map((line) => line.trim())
    .join(' | ');
  return new EmbeddedDatabaseProblem(`The embedded database did not start. Postgres said: ${said || 'nothing'}`);
}
