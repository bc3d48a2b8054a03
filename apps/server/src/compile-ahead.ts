/** Run once after a build, so that not even the first start compiles what it loads. */
import { flushCompileCache } from 'node:module';
import { compileOnce } from './compile-once.js';

compileOnce();
await import('./run.js');
flushCompileCache();
process.exit();
