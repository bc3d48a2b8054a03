import type { Message, StartedSession } from '#contracts';
import type { Dice } from '../dice.js';
import type { Attempt, Outcome } from '../history.js';
import { beforeNextTry, type Load, type Site } from '../load.js';
import { ask, type Answer } from './rest.js';
import { question } from './questions.js';

interface Conversation {
  readonly sessionId: string;
  readonly token: string;
}

const GIVES_UP = 0.03;
const ASKS_AGAIN = 0.1;
const REUSES_CLIENT_ID = 0.05;
const PRESSES_BUTTON = 0.03;

/** A visitor behind a program of the customer's own: plain REST, any of the servers, and the same clientId until somebody answers. */
export class RestVisitor {
  private said = 0;

  constructor(
    private readonly name: string,
    private readonly site: Site,
    private readonly load: Load,
    private readonly dice: Dice,
  ) {}

  async run(): Promise<void> {
    while (!this.load.over) {
      const conversation = await this.begin();
      if (!conversation) return;
      if (this.site === this.load.sites.bot) this.load.botSessions.push(conversation.sessionId);
      for (let left = this.dice.between(5, 25); left > 0 && !this.load.over; left--) {
        await this.say(conversation);
        if (this.dice.chance(PRESSES_BUTTON)) await this.call(conversation, 'handoff', {});
        await this.load.pause(this.dice, 60, 250);
      }
    }
  }

  private async begin(): Promise<Conversation | null> {
    for (;;) {
      const answer = await ask<StartedSession>({
        url: `${this.somewhere()}/api/v1/widget/sessions`,
        body: { websiteKey: this.site.key },
        origin: this.load.origin,
      });
      if (answer.kind === 'yes') return { sessionId: answer.body.session.id, token: answer.body.visitorToken };
      if (answer.kind === 'no') this.load.history.surprises.push(`starting a session was refused with ${answer.code}: ${answer.message}`);
      if (this.load.over) return null;
      await beforeNextTry(this.dice);
    }
  }

  private async say(conversation: Conversation): Promise<void> {
    const text = question(this.dice, `${this.name}-${++this.said}`);
    const clientId = this.dice.uuid();
    const attempt: Omit<Attempt, 'outcome'> = { clientId, text, sessionId: conversation.sessionId, author: 'visitor', sender: this.name };
    const outcome = await this.insist(conversation, clientId, text);
    this.load.history.record({ ...attempt, outcome });
    if (outcome.kind !== 'acknowledged') return;
    if (this.dice.chance(ASKS_AGAIN)) await this.sayAgain(conversation, clientId, text);
    if (this.dice.chance(REUSES_CLIENT_ID)) await this.sayOtherwise(conversation, clientId);
  }

  private async insist(conversation: Conversation, clientId: string, text: string): Promise<Outcome> {
    for (;;) {
      const answer = await this.call<Message>(conversation, 'messages', { clientId, text });
      if (answer.kind === 'yes') return { kind: 'acknowledged', seq: answer.body.seq };
      if (answer.kind === 'no') {
        this.load.history.surprises.push(`a visitor's message was refused with ${answer.code}: ${answer.message}`);
        return { kind: 'refused', code: answer.code };
      }
      if (this.load.pastPatience || this.dice.chance(GIVES_UP)) return { kind: 'unknown' };
      await beforeNextTry(this.dice);
    }
  }

  private async sayAgain(conversation: Conversation, clientId: string, text: string): Promise<void> {
    const answer = await this.call<Message>(conversation, 'messages', { clientId, text });
    if (answer.kind === 'yes') this.load.history.answered(conversation.sessionId, clientId, answer.body.seq);
  }

  private async sayOtherwise(conversation: Conversation, clientId: string): Promise<void> {
    const answer = await this.call<Message>(conversation, 'messages', { clientId, text: 'Something else altogether' });
    if (answer.kind === 'yes') this.load.history.surprises.push(`clientId ${clientId} was taken again with another text`);
  }

  private call<T>({ token }: Conversation, act: string, body: object): Promise<Answer<T>> {
    return ask<T>({ url: `${this.somewhere()}/api/v1/widget/sessions/current/${act}`, body, token, origin: this.load.origin });
  }

  private somewhere(): string {
    return this.dice.pick(this.load.urls);
  }
}
