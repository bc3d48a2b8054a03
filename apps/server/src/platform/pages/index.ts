export { builtPages } from './built-pages.js';
export { servePages } from './pages.js';
