export { setUpApiDocs } from './set-up-api-docs.js';
