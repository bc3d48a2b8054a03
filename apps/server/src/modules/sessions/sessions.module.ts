import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { MessageNews } from './message-news.js';
import { ReadMarks } from './read-marks.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.service.js';
import { SpeechWriter } from './speech-writer.js';
import { Suggestions } from './suggestions.js';
import { Transcript } from './transcript.js';

registerEntities(Session);

@Module({
  providers: [MessageNews, ReadMarks, Sessions, SpeechWriter, Suggestions, Transcript],
  exports: [MessageNews, ReadMarks, Sessions, SpeechWriter, Suggestions, Transcript],
})
export class SessionsModule {}
