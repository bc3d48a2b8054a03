import type { TopicLists } from '#contracts';
import { Problem } from '../../../platform/problems/index.js';

export class TopicsChanged extends Problem {
  readonly code = 'topics.changed';
  readonly status = 409;
  constructor({ version, updatedBy }: Pick<TopicLists, 'version' | 'updatedBy'>) {
    super(`${updatedBy?.name ?? 'Somebody'} has changed the topics meanwhile.`, { details: { version, updatedBy } });
  }
}
