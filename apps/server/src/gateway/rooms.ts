/** The rooms sockets are put in. Clients never name one: they ask to watch a thing, and the gateway decides. */
export const rooms = {
  visitor: (sessionId: string): string => `session:${sessionId}:visitor`,
  team: (sessionId: string): string => `session:${sessionId}:team`,
  inbox: (websiteId: string): string => `website:${websiteId}:inbox`,
  /** Of those who may see every website, the ones added tomorrow included. */
  everyInbox: 'website:*:inbox',
  user: (userId: string): string => `user:${userId}`,
  /** Sockets that stand for a person being there, as those of programs do not. */
  present: (userId: string): string => `user:${userId}:present`,
  apiKey: (apiKeyId: string): string => `api-key:${apiKeyId}`,
} as const;

export const isInboxRoom = (room: string): boolean => room.startsWith('website:');

/** The session a team room belongs to; null for other rooms. */
export function sessionOfTeamRoom(room: string): string | null {
  return /^session:(.+):team$/.exec(room)?.[1] ?? null;
}
