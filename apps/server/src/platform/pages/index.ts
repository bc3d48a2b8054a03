export { servePages } from './pages.js';
