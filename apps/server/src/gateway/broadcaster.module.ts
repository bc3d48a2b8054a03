import { Global, Module } from '@nestjs/common';
import { Broadcaster } from '../platform/realtime/index.js';
import { SocketBroadcaster } from './socket-broadcaster.js';

/** Gives every module the `Broadcaster` without any of them knowing the gateway. */
@Global()
@Module({
  providers: [SocketBroadcaster, { provide: Broadcaster, useExisting: SocketBroadcaster }],
  exports: [SocketBroadcaster, Broadcaster],
})
export class BroadcasterModule {}
