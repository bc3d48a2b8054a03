/**
 * Lets Node run this repository's TypeScript as it is: `node --import ./scripts/typescript.js <file>.ts`. For tests,
 * tours and benches; the server itself is built. Decorators and `#name` imports work as they do in the build.
 */
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const { imports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const sourceOf = (specifier) => imports[specifier]?.types;

registerHooks({
  resolve(specifier, context, next) {
    if (context.parentURL?.startsWith(root.href) && !context.parentURL.includes('/node_modules/')) {
      const source = sourceOf(specifier);
      if (source) return next(new URL(source, root).href, context);
      if (/^\.{1,2}\//.test(specifier) && specifier.endsWith('.js')) {
        const typescript = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
        if (existsSync(fileURLToPath(typescript))) return next(typescript.href, context);
      }
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
