import type { Panel, Stage } from '../bridge.js';
import { ChatPanel, type ConnectionModule } from './chat-panel.js';

export function mountPanel(stage: Stage, connection: ConnectionModule): Panel {
  return new ChatPanel(stage, connection);
}
