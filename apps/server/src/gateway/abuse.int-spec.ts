import { afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { connect as connectTcp, type Socket as TcpSocket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, gone, SESSION, SITE_ORIGIN, startGateway } from '../../../../test/harness/gateway.js';

type Gateway = Awaited<ReturnType<typeof startGateway>>;
let gateway: Gateway;
afterEach(() => gateway.stop());

/** A websocket spoken by hand, so that it can say what no client library would. */
async function rawSocket(url: string): Promise<TcpSocket> {
  const { hostname, port, host } = new URL(url);
  const socket = connectTcp(Number(port), hostname).on('error', () => undefined);
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${SITE_ORIGIN}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once('data', resolve));
  return socket;
}

/** RFC 6455 §5.2: a final client frame, masked with zeros. */
function frame(payload: string | Buffer, opcode = 1): Buffer {
  const data = Buffer.from(payload as string);
  const length = data.length < 126 ? Buffer.from([0x80 | data.length]) : Buffer.from([0x80 | 126, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), data]);
}

const ended = (socket: TcpSocket): Promise<void> => new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())));
const JOIN = '40/visitor,{"token":"good-token"}';

describe('a hostile client', () => {
  it.each([
    ['no protocol at all', ['hello']],
    ['a broken event', [JOIN, '42/visitor,["message.send",{']],
    ['an event without a name', [JOIN, '42/visitor,[]']],
    ['an event that is not a list', [JOIN, '42/visitor,{"a":1}']],
    ['an event named by a number', [JOIN, '42/visitor,[5,{}]']],
    ['a reserved event', [JOIN, '42/visitor,["disconnect"]', '42/visitor,["connect"]']],
    ['an answer nobody asked for', [JOIN, '43/visitor,99[{"ok":true}]']],
    ['a huge answer id', [JOIN, '42/visitor,99999999999999999999["typing",{"on":true}]']],
    ['attachments that never come', [JOIN, '451-/visitor,["message.send",{"_placeholder":true,"num":0}]', '42/visitor,["typing",{}]']],
    ['attachments that point nowhere', [JOIN, '451-/visitor,["message.send",{"_placeholder":true,"num":9}]', Buffer.from([1])]],
    ['an endless count of attachments', [JOIN, '4599999999-/visitor,["typing",{}]']],
    ['a namespace nobody made', ['40/../../etc,{}', '42/nowhere,["a"]']],
    ['an event before joining', ['42/visitor,["message.send",{}]']],
    ['bad authentication', ['40/visitor,{"token":', '40/visitor,[1]', '40/visitor,"x"', '40/visitor,null']],
    [
      '__proto__ in the handshake and the body',
      ['40/visitor,{"token":"good-token","__proto__":{"visitor":1}}', '421["typing",{"__proto__":{"on":true}}]'],
    ],
    ['deep nesting', [JOIN, `42/visitor,["message.send",${'['.repeat(20_000)}${']'.repeat(20_000)}]`]],
    ['binary noise', [JOIN, randomBytes(500)]],
  ])('sending %s harms nobody', async (_, packets) => {
    gateway = await startGateway();
    const bystander = await gateway.visitor();
    const hostile = await rawSocket(gateway.url);
    for (const packet of packets as (string | Buffer)[]) {
      hostile.write(frame(packet, typeof packet === 'string' ? 1 : 2));
      await wait(20);
    }
    expect(await ask(bystander, 'typing', { on: true })).toEqual({ ok: true });
    hostile.destroy();
  });

  it('is dropped when it sends more than an event may hold', async () => {
    gateway = await startGateway();
    const visitor = await gateway.visitor();
    visitor.emit('message.send', { clientId: randomUUID(), text: 'x'.repeat(70_000) });
    await gone(visitor);
    expect(gateway.world.received).toEqual([]);
  });

  it('is dropped when it never says who it is', async () => {
    gateway = await startGateway();
    const silent = await rawSocket(gateway.url);
    const started = Date.now();
    silent.resume();
    await ended(silent);
    expect(Date.now() - started).toBeLessThan(8_000);
  }, 10_000);

  it('is slowed down, then dropped, when it floods', async () => {
    gateway = await startGateway({ rateLimit: true });
    const visitor = await gateway.visitor();
    const acks = await Promise.all(Array.from({ length: 40 }, () => ask(visitor, 'typing', { on: true })));
    const refused = acks.filter((ack) => !ack.ok);
    expect(refused.length).toBe(10);
    expect(refused[0]).toMatchObject({ error: { code: 'rate.limited', details: { retryAfterSeconds: 1 } } });
    for (let i = 0; i < 60; i++) visitor.emit('typing', { on: true });
    await gone(visitor);
  });

  it('that does not read is cut off instead of filling the memory', async () => {
    gateway = await startGateway();
    const bystander = await gateway.visitor();
    const slow = await rawSocket(gateway.url);
    slow.write(frame(JOIN));
    await wait(100);
    slow.pause();
    expect(gateway.broadcaster.visitorSockets()).toHaveLength(2);

    const text = 'x'.repeat(100_000);
    for (let round = 0; round < 400 && gateway.broadcaster.visitorSockets().length > 1; round++) {
      gateway.broadcaster.toVisitor(SESSION, 'message.delta', { turnId: 't', text });
      await wait(1);
    }
    expect(gateway.broadcaster.visitorSockets().map(({ id }) => id)).toEqual([bystander.id]);
    slow.destroy();
  }, 15_000);
});
