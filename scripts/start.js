/** `npm start`: builds what is needed, then runs Baton in this very process, so that signals reach it. */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Baton needs Node 24.15 or newer, not ${process.versions.node}. Start it with "npm start" after "npm ci": the right Node comes with its packages.`,
  );
  process.exit(1);
}

const { build } = await import('./build.js');
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/server/main.js');
