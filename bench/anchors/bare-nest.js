/**
 * A Nest application on Fastify that says one word, and nothing else: what a start costs before there is anything of
 * ours in it. Without decorators, so that it runs as it stands.
 */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class WordController {
  word() {
    return 'word';
  }
}
Get('word')(WordController.prototype, 'word', Object.getOwnPropertyDescriptor(WordController.prototype, 'word'));
Controller()(WordController);

class AppModule {}
Module({ controllers: [WordController] })(AppModule);

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: ['warn', 'error', 'fatal'] });
await app.listen(0, '127.0.0.1');
process.stdout.write(`ready http://127.0.0.1:${app.getHttpServer().address().port}\n`);
