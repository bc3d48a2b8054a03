import { Global, Module } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { Outbox } from './outbox.js';
import { Reactions } from './reactions.js';
import { Relay } from './relay.js';

@Global()
@Module({ providers: [Outbox, Deliveries, Reactions, Relay], exports: [Outbox] })
export class OutboxModule {}
