import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What travels, in bytes. */
export interface Size {
  readonly gzip: number;
  readonly brotli: number;
}

export function sizeOf(texts: readonly (string | Buffer)[]): Size {
  const sum = (pack: (text: string | Buffer) => Buffer): number => texts.reduce((total, text) => total + pack(text).length, 0);
  return { gzip: sum((text) => gzipSync(text, { level: 9 })), brotli: sum((text) => brotliCompressSync(text)) };
}

const KIB = 1024;

export interface Bundle extends Size {
  readonly name: string;
  /** Bytes of gzip that it may have. */
  readonly limit?: number;
}

/** Name, files by their path in the build, and the most they may weigh together in KiB of gzip. */
type Part = readonly [name: string, files: RegExp, limitKib?: number];

const WIDGET: readonly Part[] = [
  ['Loader, on every page', /^v1\.js$/, 3],
  ['Panel, on opening', /^assets\/panel-/, 15],
  ['Socket client, when a session runs', /^assets\/socket-/],
  ['Panel and socket client', /^assets\/(panel|socket)-/, 28],
];
const LANGUAGE = /^assets\/[a-z]{2}-/;

/** The parts of the built widget; what is not named in `WIDGET` is a part of its own. */
export function widgetBundles(folder: string): Bundle[] {
  const files = filesIn(folder).filter((path) => path.endsWith('.js'));
  const weigh = ([name, pattern, limit]: Part): Bundle => {
    const meant = files.filter((path) => pattern.test(path));
    if (meant.length === 0) throw new Error(`${folder} has nothing for "${name}".`);
    return { name, ...sizeOf(meant.map((path) => readFileSync(join(folder, path)))), ...(limit ? { limit: limit * KIB } : {}) };
  };
  const others = files.filter((path) => !LANGUAGE.test(path) && !WIDGET.some(([, pattern]) => pattern.test(path)));
  const languages = files.filter((path) => LANGUAGE.test(path)).map((path) => weigh([path, new RegExp(`^${path}$`)]));
  const language = { ...languages.reduce((most, one) => (one.gzip > most.gzip ? one : most)), name: `Language, the largest of ${languages.length}` };
  const opening = weigh(['what is fetched for a look', /^assets\/(panel|connection)-/]);
  const whole = weigh(['all but languages', /^(?!assets\/[a-z]{2}-)/]);
  return [
    ...WIDGET.map(weigh),
    ...others.map((path) => weigh([`Chunk ${/([^/]+)-.{8}\.js$/.exec(path)?.[1]}`, new RegExp(`^${path}$`)])),
    language,
    plus('Panel, connection and language: all that opening fetches', opening, language),
    plus('All that a conversation can come to need', whole, language),
  ];
}

function plus(name: string, one: Size, other: Size): Bundle {
  return { name, gzip: one.gzip + other.gzip, brotli: one.brotli + other.brotli };
}

/** What a browser fetches of the console before anything is chosen: what its page names, and what that imports. */
export function consoleFirstLoad(folder: string): Bundle {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  const texts = [...withImports(folder, named)].map((path) => readFileSync(join(folder, path)));
  return { name: 'Console, first load', ...sizeOf([page, ...texts]), limit: 130 * KIB };
}

/** @param entries paths in the folder; static imports are followed, those that wait to be wanted are not */
function withImports(folder: string, entries: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of entries) {
    if (found.has(path)) continue;
    found.add(path);
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(folder, path), 'utf8');
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g)].map(([, to]) => normalize(join(dirname(path), to!)));
    withImports(folder, imports, found);
  }
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
