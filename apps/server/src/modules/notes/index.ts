export { NotesModule } from './notes.module.js';
export { Notes, notesIn, notesOf, type NewNote, type NoteRow } from './notes.service.js';
