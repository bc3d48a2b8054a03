export { fastifyAdapter, readJsonOnly, securityHeaders } from './fastify.js';
export { allowWidgetOrigins } from './widget-cors.js';
