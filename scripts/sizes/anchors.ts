import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOf, type Bundle } from './bundles.js';

const root = new URL('../..', import.meta.url).pathname;

/** What the same would weigh with nothing of ours in it: the two libraries of the widget, and an Angular application that says one word. */
export function anchors(): Bundle[] {
  // Under our own node_modules: tools look for packages from where they stand upwards.
  const folder = mkdtempSync(join(root, 'dist', '.sizes-'));
  try {
    return [libraries(folder), emptyAngular(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function libraries(folder: string): Bundle {
  put(folder, 'entry.js', `import { io } from 'socket.io-client'; import { render, h } from 'preact'; export { io, render, h };`);
  put(
    folder,
    'vite.config.js',
    `export default { build: { target: 'es2022', outDir: 'out', lib: { entry: 'entry.js', formats: ['es'], fileName: 'all' }, rolldownOptions: { output: { minify: true } } } }`,
  );
  run(folder, 'vite/bin/vite.js', ['build', '--logLevel', 'error']);
  return { name: 'Anchor: socket.io-client and Preact', ...sizeOf(scripts(join(folder, 'out'))) };
}

function emptyAngular(folder: string): Bundle {
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  put(folder, 'package.json', '{ "type": "module", "private": true }');
  put(folder, 'src/index.html', '<!doctype html><title>Empty</title><app-empty></app-empty>');
  put(
    folder,
    'src/main.ts',
    `import { Component, provideZonelessChangeDetection } from '@angular/core'; import { bootstrapApplication } from '@angular/platform-browser';
    @Component({ selector: 'app-empty', template: 'Empty' }) class Empty {}
    void bootstrapApplication(Empty, { providers: [provideZonelessChangeDetection()] });`,
  );
  put(
    folder,
    'tsconfig.json',
    `{ "extends": "./tsconfig.base.json", "compilerOptions": { "module": "preserve", "moduleResolution": "bundler", "target": "es2022", "lib": ["es2024", "dom"], "types": [], "experimentalDecorators": true }, "files": ["src/main.ts"] }`,
  );
  const build = {
    builder: '@angular/build:application',
    options: { browser: 'src/main.ts', index: 'src/index.html', tsConfig: 'tsconfig.json', outputPath: { base: 'angular', browser: '' } },
  };
  put(
    folder,
    'angular.json',
    JSON.stringify({ version: 1, projects: { empty: { projectType: 'application', root: '', sourceRoot: 'src', architect: { build } } } }),
  );
  run(folder, '@angular/cli/bin/ng.js', ['build']);
  return { name: 'Anchor: an empty Angular application', ...sizeOf(scripts(join(folder, 'angular'))) };
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(folder: string, tool: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NG_CLI_ANALYTICS: 'false' },
  });
  if (status !== 0) throw new Error(`${tool} failed:\n${stdout}${stderr}`);
}

function scripts(folder: string): Buffer[] {
  return readdirSync(folder)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => readFileSync(join(folder, name)));
}
