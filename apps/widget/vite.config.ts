import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Whatever the page calls its elements: an image named `currentScript` would stand in the document's own. */
const OWN_SCRIPT = `Reflect.get(Document.prototype,'currentScript',document)`;

/**
 * The loader is a classic script that sites embed: nothing of it may become a global of theirs, and a static import
 * would not even parse.
 */
function classicLoader(): Plugin {
  return {
    name: 'baton-classic-loader',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const loader = bundle['v1.js'];
      if (loader?.type !== 'chunk') throw new Error('The build has no v1.js.');
      if (loader.imports.length + loader.exports.length > 0)
        throw new Error(`The loader must stand alone, but shares with ${loader.imports.join(', ') || 'its chunks'}.`);
      // A classic script from another origin has no address of its own to resolve `./` against, so it is told where it lies.
      const code = loader.code.trim().replace(/\bimport\((["'`])\.\/([^"'`]+)\1\)/g, 'import($b+"$2")');
      if (/\bimport\(["'`]/.test(code)) throw new Error('The loader has an import that would not resolve on another origin.');
      loader.code = `(()=>{const $b=new URL('.',${OWN_SCRIPT}.src).href;${code}})();\n`;
    },
  };
}

/** Chunks whose first module is an `index` are named by what they are. */
function nameOf(module: string | null): string | undefined {
  return /(panel|connection|socket|site|extras)[^/]*\/(?:build\/esm\/)?index/.exec(module ?? '')?.[1];
}

export default defineConfig({
  root: here('.'),
  // Chunks lie beside v1.js wherever that is served; a dynamic import resolves against it.
  base: './',
  publicDir: false,
  resolve: {
    alias: {
      '#contracts': here('../../libs/contracts/src/index.ts'),
      '#sdk/visitor': here('../../libs/sdk/src/visitor/index.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [classicLoader()],
  build: {
    outDir: here('../../dist/widget'),
    emptyOutDir: true,
    // Where light-dark() and adoptedStyleSheets are native.
    target: 'es2022',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // As a library: an application's preload helper needs import.meta, which a classic script has not.
    lib: { entry: { v1: here('src/loader/loader.ts') }, formats: ['es'] },
    rolldownOptions: {
      // Our libraries only declare; a constant list that nobody here reads need not travel.
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/') },
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId, name }) => `assets/${nameOf(facadeModuleId) ?? name}-[hash].js`,
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
