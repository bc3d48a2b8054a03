import type { Panel, Stage } from '../bridge.js';
import { ChatPanel, type ConnectionModule, type SiteModule } from './chat-panel.js';

export function mountPanel(stage: Stage, connection: ConnectionModule, site: SiteModule): Panel {
  return new ChatPanel(stage, connection, site);
}
