import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import widget from './vite.config.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The page in which the console shows what visitors will see; the server serves it at /widget/preview. A build of its
 * own: chunks shared with it would cost every visitor one request more.
 */
export default defineConfig({
  root: here('src/preview'),
  base: '/widget/preview/',
  publicDir: false,
  resolve: widget.resolve,
  oxc: widget.oxc,
  build: {
    outDir: here('../../dist/widget-preview'),
    emptyOutDir: true,
    target: widget.build?.target,
    cssTarget: widget.build?.cssTarget,
    modulePreload: false,
    // The page's policy allows no data: in styles and scripts.
    assetsInlineLimit: 0,
  },
});
