import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../access/index.js';
import { Metrics } from './metrics.js';

/** Open to anybody who reaches the port: counts and durations without names; a proxy in front keeps it inside. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Public()
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
