export { Database, Transaction } from './database.js';
export { newId } from './ids.js';
