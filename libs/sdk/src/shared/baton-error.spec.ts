import { BatonError } from './baton-error.js';

describe('BatonError', () => {
  const overSocket = (code: string): BatonError => BatonError.fromAck({ code, message: 'x' });

  it.each(['server.error', 'server.unavailable', 'database.unavailable', 'storage.full', 'rate.limited'])(
    'is worth another try when it is %s, also without a status',
    (code) => {
      expect(overSocket(code).worthRetrying).toBe(true);
    },
  );

  it.each(['input.invalid', 'session.closed', 'speech.not_yours', 'message.client_id_reused', 'auth.required'])('is final when it is %s', (code) => {
    expect(overSocket(code).worthRetrying).toBe(false);
  });

  it('is worth another try after any failure of the server', () => {
    expect(new BatonError('http.unexpected', 'x', { status: 502 }).worthRetrying).toBe(true);
    expect(new BatonError('http.unexpected', 'x', { status: 404 }).worthRetrying).toBe(false);
  });
});
