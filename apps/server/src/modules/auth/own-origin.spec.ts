import { describe, expect, it } from '@jest/globals';
import { isFromOwnOrigin } from './own-origin.js';

const publicUrl = 'https://chat.example.com';
const host = 'chat.example.com';

describe('isFromOwnOrigin', () => {
  it.each([
    ['a page of ours, told by the browser', { 'sec-fetch-site': 'same-origin', origin: publicUrl, host }],
    ['an address typed by hand', { 'sec-fetch-site': 'none', host }],
    ['a page of ours on plain http', { origin: publicUrl, host }],
    ['a page of the host that was asked, under another name of ours', { origin: 'http://127.0.0.1:4100', host: '127.0.0.1:4100' }],
    ['a program, which sends neither', { host }],
  ])('lets in %s', (_, headers) => {
    expect(isFromOwnOrigin(headers, publicUrl)).toBe(true);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', host }],
    ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: publicUrl, host }],
    ['a sister host', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com', host }],
    ['another site on plain http', { origin: 'http://evil.example', host }],
    ['a sandboxed page', { origin: 'null', host }],
    ['an origin that only begins like ours', { origin: 'https://chat.example.com.evil.example', host }],
    ['our host on another port', { origin: 'https://chat.example.com:8443', host }],
  ])('keeps out %s', (_, headers) => {
    expect(isFromOwnOrigin(headers, publicUrl)).toBe(false);
  });
});
