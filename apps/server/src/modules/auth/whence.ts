import type { FastifyRequest } from 'fastify';
import type { Whence } from './login-sessions.js';

export function whenceOf(request: FastifyRequest): Whence {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
}
