import { Injectable } from '@nestjs/common';
import type { TopicsTrial, TryTopics } from '#contracts';
import { LIKELY, compileTopics, topicListProblems, understand } from '#understanding';
import type { Member } from '../../../platform/access/index.js';
import { InvalidInput } from '../../../platform/problems/index.js';
import { TopicListsAdmin } from './topic-lists.js';

/** Shows which topics a sentence has, by saved lists or by some that are still being written. Nothing is stored. */
@Injectable()
export class TopicTrials {
  constructor(private readonly lists: TopicListsAdmin) {}

  async run(member: Member, websiteId: string, { text, topics: drafted }: TryTopics): Promise<TopicsTrial> {
    const { topics: saved } = await this.lists.get(member, websiteId);
    const topics = drafted ?? saved;
    const problems = topicListProblems(topics);
    if (problems.length > 0) throw new InvalidInput(problems);
    const signals = understand(text, { topics: compileTopics(topics) });
    const found = Object.entries(signals.topics).map(([key, { score, evidence }]) => ({
      key,
      label: topics.find((topic) => topic.key === key)?.label ?? null,
      score,
      counts: score >= LIKELY,
      evidence,
    }));
    return { language: signals.language, topics: found.toSorted((a, b) => b.score - a.score) };
  }
}
