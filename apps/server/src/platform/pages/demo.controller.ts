import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../access/index.js';
import { Database } from '../database/index.js';
import { NotFound } from '../problems/index.js';

@Controller('demo')
export class DemoController {
  constructor(private readonly database: Database) {}

  /** Open to anybody: the key stands in the page of every customer anyway. */
  @Public()
  @Get('config.json')
  @Header('cache-control', 'no-store')
  async config(): Promise<{ websiteKey: string }> {
    const [website] = await this.database.query<{ websiteKey: string }>(
      `select public_key as "websiteKey" from website where demo and deleted_at is null order by created_at, id limit 1`,
    );
    if (!website) throw new NotFound('demo website');
    return website;
  }
}
