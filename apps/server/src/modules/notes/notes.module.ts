import { Module } from '@nestjs/common';
import { Notes } from './notes.service.js';

@Module({ providers: [Notes], exports: [Notes] })
export class NotesModule {}
