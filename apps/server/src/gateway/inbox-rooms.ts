import { Injectable } from '@nestjs/common';
import type { Member } from '../platform/access/index.js';
import { NotFound } from '../platform/problems/index.js';
import { Websites } from '../modules/websites/index.js';
import { isInboxRoom, rooms } from './rooms.js';
import type { AgentSocket } from './sockets.js';

/** Which websites' handoffs a socket is told of. */
@Injectable()
export class InboxRooms {
  constructor(private readonly websites: Websites) {}

  /**
   * @param websiteIds all the member may see when absent
   * @throws NotFound for a website that is not the member's to see, or is not there
   */
  async watch(socket: AgentSocket, member: Member, websiteIds: readonly string[] | undefined): Promise<void> {
    for (const websiteId of websiteIds ?? []) {
      if (!member.can('handoff.view', websiteId) || !(await this.websites.exists(websiteId))) throw new NotFound('website');
    }
    for (const room of [...socket.rooms].filter(isInboxRoom)) void socket.leave(room);
    await socket.join(wanted(member, websiteIds));
  }
}

function wanted(member: Member, websiteIds: readonly string[] | undefined): string[] {
  const visible = websiteIds ?? member.websitesWith('handoff.view');
  return visible === 'all' ? [rooms.everyInbox] : visible.map(rooms.inbox);
}
