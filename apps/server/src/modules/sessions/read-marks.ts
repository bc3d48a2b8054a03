import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Doorbell } from '../../platform/realtime/index.js';

/** How far each side has read. Marks only move forward, and never past what there is. */
@Injectable()
export class ReadMarks {
  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  /** @returns whether the mark moved */
  byVisitor(sessionId: string, seq: number): Promise<boolean> {
    return this.move('visitor_read_seq', sessionId, seq);
  }

  /** @returns whether the mark moved */
  async byTeam(sessionId: string, seq: number): Promise<boolean> {
    const moved = await this.move('team_read_seq', sessionId, seq);
    if (moved) this.doorbell.ring('session-touched', sessionId);
    return moved;
  }

  private async move(mark: 'visitor_read_seq' | 'team_read_seq', sessionId: string, seq: number): Promise<boolean> {
    const rows = await this.database.query(
      `update session set ${mark} = least($2::int, last_seq) where id = $1 and ${mark} < least($2::int, last_seq) returning id`,
      [sessionId, seq],
    );
    return rows.length > 0;
  }
}
