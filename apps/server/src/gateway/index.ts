export { BroadcasterModule } from './broadcaster.module.js';
export { GatewayModule } from './gateway.module.js';
export { SocketAdapter } from './socket.adapter.js';
