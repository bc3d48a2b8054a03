/** Jest loads this file without its transforms, so it brings its own. */
import '../../scripts/typescript.js';

export default async function setUp() {
  const { startTestPostgres } = await import('./test-postgres.ts');
  const postgres = await startTestPostgres();
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  globalThis.testPostgres = postgres;
}
