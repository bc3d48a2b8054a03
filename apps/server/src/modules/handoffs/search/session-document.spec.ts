import { describe, expect, it } from '@jest/globals';
import { sessionDocument } from './session-document.js';

const SITE = '0198c0de-0000-7000-8000-000000000001';

describe('sessionDocument', () => {
  it('says of each word in which messages it stands, newest first', () => {
    const said = [
      { seq: 3, text: 'Refund, please: refund!' },
      { seq: 1, text: 'A refund' },
    ];
    expect(sessionDocument(SITE, ['Ana', null, null], said)).toBe(
      `'@0198c0de000070008000000000000001':16383A 'ana':16383A 'refund':3,1 'please':3 'a':1`,
    );
  });

  it('remembers the newest messages of a word that is said again and again', () => {
    const said = Array.from({ length: 50 }, (_, n) => ({ seq: 50 - n, text: 'hello' }));
    expect(sessionDocument(SITE, [], said)).toContain(`'hello':50,49,48,47,46,45,44,43`);
    expect(sessionDocument(SITE, [], said)).not.toContain('42');
  });

  it('is not filled without end', () => {
    const said = Array.from({ length: 30 }, (_, n) => ({ seq: 30 - n, text: Array.from({ length: 1000 }, (_, m) => `w${n}x${m}`).join(' ') }));
    expect(sessionDocument(SITE, [], said).split(' ')).toHaveLength(20_000);
  });
});
