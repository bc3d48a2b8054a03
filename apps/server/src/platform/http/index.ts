export { fastifyAdapter, readJsonOnly, securityHeaders } from './fastify.js';
export { HangUpAtShutdown } from './hang-up-at-shutdown.js';
export { allowWidgetOrigins } from './widget-cors.js';
