/**
 * What a message costs over socket.io alone: `bare-socket.ts [database url]`. A visitor's message goes to the agents of its
 * session and is acknowledged; with a database, after it was committed, gathered with what arrived meanwhile.
 */
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { Server } from 'socket.io';
import '../stage/memory-on-signal.js';

interface Message {
  readonly sessionId: string;
  readonly clientId: string;
  readonly text: string;
}

const [database] = process.argv.slice(2);
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
const save = database ? await groupCommit(database) : () => Promise.resolve();

io.of('/agent').on('connection', (socket) => {
  socket.on('inbox.watch', (_body, ack) => ack({ ok: true }));
  socket.on('session.watch', ({ sessionId }, ack) => {
    void socket.join(sessionId);
    ack({ ok: true });
  });
  // What somebody says of themselves goes to everybody.
  socket.on('presence.set', (body, ack) => {
    io.of('/agent').emit('presence.updated', body);
    ack({ ok: true });
  });
});

io.of('/visitor').on('connection', (socket) => {
  const sessionId = String(socket.handshake.auth['token']);
  socket.on('typing', ({ on }, ack) => {
    io.of('/agent').to(sessionId).emit('typing', { sessionId, author: 'visitor', on });
    ack({ ok: true });
  });
  socket.on('message.send', ({ clientId, text }, ack) => {
    const message: Message = { sessionId, clientId, text };
    void save(message).then(() => {
      io.of('/agent').to(sessionId).emit('message.created', { message });
      ack({ ok: true, message });
    });
  });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') process.stdout.write(`ready http://127.0.0.1:${address.port}\n`);
});

async function groupCommit(connectionString: string): Promise<(message: Message) => Promise<void>> {
  const pool = new Pool({ connectionString, max: 2 });
  await pool.query(
    'create table if not exists bare_message (id bigserial primary key, session_id text, client_id uuid, text text, created_at timestamptz)',
  );
  let waiting: { message: Message; done: () => void }[] = [];
  let busy = false;
  const commit = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await pool.query(
        'insert into bare_message (session_id, client_id, text, created_at) select *, now() from unnest($1::text[], $2::uuid[], $3::text[])',
        [batch.map(({ message }) => message.sessionId), batch.map(({ message }) => message.clientId), batch.map(({ message }) => message.text)],
      );
      for (const { done } of batch) done();
    }
    busy = false;
  };
  return (message) =>
    new Promise((resolve) => {
      waiting.push({ message, done: resolve });
      if (!busy) void commit();
    });
}
