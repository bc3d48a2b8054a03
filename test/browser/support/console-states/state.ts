import type { AgentPage } from '../agent-page.js';
import type { ConsolePage } from '../console-page.js';

/** Who looks: somebody signed out, an agent, an administrator; each at a wide and at a narrow screen. */
export interface Screens {
  readonly nobody: ConsolePage;
  readonly ana: AgentPage;
  readonly admin: AgentPage;
}
export interface State {
  readonly name: string;
  readonly who: keyof Screens;
  readonly bring: (page: never) => Promise<unknown>;
  /** What is new since the state before, when that is all there is to look at. */
  readonly part: string | undefined;
}
export const state = <Who extends keyof Screens>(name: string, who: Who, bring: (page: Screens[Who]) => Promise<unknown>, part?: string): State => ({
  name,
  who,
  bring,
  part,
});

export const DIALOG = '[role=dialog]';
export const MENU = '[role=menu]';
