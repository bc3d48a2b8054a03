export { Assistant } from './assistant.js';
export { AssistantModule } from './assistant.module.js';
export { ReplyBroken, type AssistantTurn, type OpenedReply, type Opening, type Responder } from './opening.js';
