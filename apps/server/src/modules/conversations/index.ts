export { BotSpeech } from './bot-speech.js';
export {
  OpenHandoffDto,
  RequestHandoffDto,
  SendAiMessageDto,
  SendMessageDto,
  StartSessionDto,
  SubmitContactDto,
  SubmitRatingDto,
} from './conversation.dto.js';
export { OriginNotAllowed } from './conversation.problems.js';
export { ConversationsModule } from './conversations.module.js';
export { StartSession } from './start-session.js';
export { TeamActs } from './team-acts.js';
export { VisitorActs } from './visitor-acts.js';
export { VisitorTurn } from './visitor-turn.js';
