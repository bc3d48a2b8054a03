import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * What the compiler makes of the modules that are loaded from now on is kept beside them. It holds for one version of Node and one
 * user of the system; where nothing may be written, a start takes longer and that is all.
 */
export function compileOnce(): void {
  enableCompileCache(join(import.meta.dirname, 'compile-cache'));
}
