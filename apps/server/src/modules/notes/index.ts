export { NotesModule } from './notes.module.js';
export { Notes, type NewNote } from './notes.service.js';
