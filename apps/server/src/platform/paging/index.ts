export { PAGE_DEFAULT, PAGE_MAX, PageQuery, pageOf, readCursor } from './paging.js';
