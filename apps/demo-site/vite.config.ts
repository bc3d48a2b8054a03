import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The shop that shows the widget, served at /demo, and the page on which a team tries its own website's chat, served at /try. */
export default defineConfig({
  root: here('src'),
  publicDir: here('public'),
  base: '/demo/',
  build: {
    outDir: here('../../dist/demo-site'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rollupOptions: { input: [here('src/index.html'), here('src/try.html')] },
    // The page's policy allows no data: in styles and scripts.
    assetsInlineLimit: 0,
  },
});
