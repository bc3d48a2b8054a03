import { Logger } from '@nestjs/common';
import { explain } from './explain.js';

describe('explain', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(new Logger()));

  it.each([
    ['a database that is down', { code: 'ECONNREFUSED', message: '' }, 503, 'database.unavailable'],
    ['a connection that broke', { code: '', message: 'Connection terminated unexpectedly' }, 503, 'database.unavailable'],
    ['a row that somebody holds for too long', { code: '55P03', message: 'canceling statement due to lock timeout' }, 503, 'database.unavailable'],
    ['rows that two wanted in turns', { code: '40P01', message: 'deadlock detected' }, 503, 'database.unavailable'],
    ['a full disk', { code: '53100', message: 'could not extend file' }, 503, 'storage.full'],
    ['a text that cannot be stored', { code: '22021', message: 'invalid byte sequence' }, 422, 'input.invalid'],
    ['a fault of ours', { code: '42601', message: 'syntax error' }, 500, 'server.error'],
  ])('tells %s', (_, error, status, code) => expect(explain(error)).toMatchObject({ status, code }));
});
