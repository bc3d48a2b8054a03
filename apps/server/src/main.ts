import { compileOnce } from './compile-once.js';
import { traceToSources } from './traces.js';

// From its sources Baton runs without either.
if (import.meta.filename.endsWith('.js')) {
  traceToSources(import.meta.dirname);
  compileOnce();
}
const { run } = await import('./run.js');
await run();
