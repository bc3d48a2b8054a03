import { Writable } from 'node:stream';
import { pino } from 'pino';
import { redaction } from './redaction.js';

describe('logs', () => {
  function logged(line: object): string {
    let text = '';
    const sink = new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    });
    pino({ redact: redaction }, sink).info(line);
    return text;
  }

  it.each([
    { password: 'S3CRET' },
    { token: 'S3CRET' },
    { body: { visitorToken: 'S3CRET', resume: 'S3CRET' } },
    { req: { headers: { authorization: 'Bearer S3CRET', cookie: 'a=S3CRET' } } },
    { res: { headers: { 'set-cookie': 'a=S3CRET' } } },
    { req: { headers: { 'x-api-key': 'S3CRET' } } },
    { err: { request: { body: { password: 'S3CRET', apiKey: 'S3CRET' } } } },
    { website: { assistant: { apiKey: 'S3CRET', secret: 'S3CRET' } } },
    { visitor: { identity: { userId: '7', hash: 'S3CRET' } } },
  ])('hold no secret of %j', (line) => {
    const text = logged(line);
    expect(text).not.toContain('S3CRET');
    expect(text).toContain('[secret]');
  });

  it('still hold what is none', () => {
    expect(logged({ kind: 'ai-turn', id: '7', user: { name: 'Ana' } })).toMatch(/"kind":"ai-turn","id":"7","user":\{"name":"Ana"\}/);
  });
});
