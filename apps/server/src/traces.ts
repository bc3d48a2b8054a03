import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lets traces name the sources instead of the few large files that were made of them. Node can do that, too, but reads every map
 * at the start, which nobody should wait for who has no error to look at.
 * @param folder of those files and their maps, two below the root of the repository
 */
export function traceToSources(folder: string): void {
  const maps = new Maps(folder);
  Error.prepareStackTrace = (error, calls) => trace(error, calls, maps);
}

/** Of a file what its map says, read when first asked for. */
export class Maps {
  private readonly read = new Map<string, SourceMap | null>();

  constructor(private readonly folder: string) {}

  /** @returns `apps/server/src/…:12`; of a package only the file is known; null for what the files were not made of */
  placeOf(file: string, line: number, column: number): string | null {
    const place = this.mapOf(file)?.findEntry(line - 1, column - 1);
    if (!place || !('originalSource' in place)) return null;
    const source = relative(join(this.folder, '../..'), resolve(this.folder, place.originalSource));
    return source.startsWith('node_modules') ? source : `${source}:${place.originalLine + 1}`;
  }

  private mapOf(file: string): SourceMap | null {
    const known = this.read.get(file);
    if (known !== undefined) return known;
    const path = `${file}.map`;
    const map = file.startsWith(this.folder + sep) && existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null;
    this.read.set(file, map);
    return map;
  }
}

export function trace(error: unknown, calls: readonly NodeJS.CallSite[], maps: Maps): string {
  return [titleOf(error), ...calls.map((call) => `    at ${inSources(call, maps)}`)].join('\n');
}

function inSources(call: NodeJS.CallSite, maps: Maps): string {
  const text = String(call);
  const file = call.getScriptNameOrSourceURL();
  const [line, column] = [call.getLineNumber(), call.getColumnNumber()];
  if (!file?.startsWith('file:') || line === null || column === null) return text;
  const place = maps.placeOf(fileURLToPath(file), line, column);
  return place ? text.replace(`${file}:${line}:${column}`, place) : text;
}

function titleOf(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
