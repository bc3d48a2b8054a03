import { OpenAiServer } from '../fakes/openai-server.js';
import { Stage, until } from './support/stage.js';

describe('Taking over', () => {
  it('stops the AI at once: nobody pays for, or waits for, an answer nobody wants', async () => {
    const ai = await OpenAiServer.start();
    const stage = await Stage.set({ BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.1/32' });
    await stage.admin.websites.update(stage.shop.id, {
      assistant: { responder: 'openai_compatible', baseUrl: ai.baseUrl, model: ai.model, apiKey: ai.apiKey, deadlineMs: 60_000 },
    });
    // It begins, and would never end by itself.
    ai.next({ kind: 'stall', text: ['{"confidence": 0.9, "answered": true, "topics": [], "complexity": 0.1, "sources": [1]}\n', 'Orders '] });
    const { visitor } = await stage.visitor();
    const deltas: string[] = [];
    visitor.on('delta', ({ text }) => deltas.push(text));
    await visitor.send('How long does delivery take?');
    await until(() => deltas.length > 0);
    expect(ai.openStreams).toBe(1);
    await visitor.requestPerson();
    await until(() => ai.openStreams === 0, 2_000);
    await stage.end();
    await ai.close();
  });
});
