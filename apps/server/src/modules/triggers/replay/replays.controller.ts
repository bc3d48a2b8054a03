import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ReplayLine, RuleReplay } from '#contracts';
import { CurrentMember, Member, Needs } from '../../../platform/access/index.js';
import { explain } from '../../../platform/problems/index.js';
import { ReplayRuleDto } from './replay.dto.js';
import { RuleReplays, resultOf, type PreparedReplay } from './rule-replays.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('Rules')
@Controller('rules')
export class ReplaysController {
  constructor(private readonly replays: RuleReplays) {}

  /**
   * What a rule would have done in past sessions. With `Accept: application/x-ndjson` its progress is told line by line, the
   * result last. Hanging up ends it.
   */
  @Post('replay')
  @Needs('rule.view')
  @HttpCode(200)
  async replay(
    @CurrentMember() member: Member,
    @Body() body: ReplayRuleDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleReplay> {
    const replay = await this.replays.prepare(member, body);
    const hungUp = new AbortController();
    reply.raw.once('close', () => hungUp.abort());
    if (!(request.headers.accept ?? '').includes(NDJSON)) return wholeOf(replay, hungUp.signal);
    void reply.type(NDJSON).header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return Readable.from(encoded(replay, hungUp.signal), { objectMode: false }) as never;
  }
}

async function wholeOf(replay: PreparedReplay, signal: AbortSignal): Promise<RuleReplay> {
  try {
    return await resultOf(replay.lines(signal));
  } catch (error) {
    // Who has hung up gets nothing, and it is nobody's mistake.
    if (signal.aborted) return undefined as never;
    throw error;
  }
}

async function* encoded(replay: PreparedReplay, signal: AbortSignal): AsyncGenerator<string> {
  try {
    for await (const line of replay.lines(signal)) yield encode(line);
  } catch (error) {
    // Nobody is there to be told.
    if (signal.aborted) return;
    const { code, message } = explain(error);
    yield encode({ type: 'problem', code, detail: message });
  }
}

function encode(line: ReplayLine): string {
  return `${JSON.stringify(line)}\n`;
}
