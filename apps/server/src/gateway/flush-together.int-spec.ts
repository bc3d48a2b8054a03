import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket as Client } from 'socket.io-client';
import { flushTogether } from './flush-together.js';

describe('flushTogether', () => {
  let http: HttpServer;
  let server: Server;
  const clients: Client[] = [];

  beforeEach(async () => {
    http = createServer();
    server = new Server(http, { transports: ['websocket', 'polling'], serveClient: false });
    server.engine.on('connection', flushTogether);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await server.close();
  });

  const connect = async (transport: 'websocket' | 'polling') => {
    const arrived = new Promise<import('socket.io').Socket>((resolve) => server.once('connection', resolve));
    const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: [transport], reconnection: false });
    clients.push(client);
    const heard: number[] = [];
    client.on('news', (n: number) => heard.push(n));
    return { client, heard, socket: await arrived };
  };
  const until = async (what: () => boolean): Promise<void> => {
    for (let tries = 0; !what(); tries++) {
      if (tries > 200) throw new Error(`in vain: ${what.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const oneToTwenty = Array.from({ length: 20 }, (_, n) => n + 1);

  it('writes once what is said in one turn, in order, and again what is said in the next', async () => {
    const { client, heard, socket } = await connect('websocket');
    await until(() => client.connected);
    const flushed: number[] = [];
    socket.conn.on('flush', (packets: unknown[]) => flushed.push(packets.length));
    for (const n of oneToTwenty.slice(0, 15)) socket.emit('news', n);
    await until(() => heard.length === 15);
    for (const n of oneToTwenty.slice(15)) socket.emit('news', n);
    await until(() => heard.length === 20);
    expect(heard).toEqual(oneToTwenty);
    expect(flushed).toEqual([15, 5]);
  });

  it('serves a client that polls', async () => {
    const { heard, socket } = await connect('polling');
    for (const n of oneToTwenty) socket.emit('news', n);
    await until(() => heard.length === 20);
    expect(heard).toEqual(oneToTwenty);
  });

  it('says what was said before it hangs up', async () => {
    const { client, heard, socket } = await connect('websocket');
    const gone = new Promise((resolve) => client.once('disconnect', resolve));
    socket.emit('news', 1);
    socket.disconnect(true);
    await gone;
    expect(heard).toEqual([1]);
  });
});
