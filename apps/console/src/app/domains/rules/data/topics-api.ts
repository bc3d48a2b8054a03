import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { BuiltInTopic, Page, SaveTopicLists, TopicLists, TopicListsVersion, TopicsTrial, TryTopics } from '#contracts';

/** What a website calls a topic, as the server holds it. */
@Injectable({ providedIn: 'root' })
export class TopicsApi {
  private readonly http = inject(HttpClient);

  async builtIn(): Promise<readonly BuiltInTopic[]> {
    return (await firstValueFrom(this.http.get<Page<BuiltInTopic>>('/api/v1/topics/built-in'))).items;
  }

  get(websiteId: string): Promise<TopicLists> {
    return firstValueFrom(this.http.get<TopicLists>(at(websiteId)));
  }

  save(websiteId: string, lists: SaveTopicLists): Promise<TopicLists> {
    return firstValueFrom(this.http.put<TopicLists>(at(websiteId), lists));
  }

  async versions(websiteId: string): Promise<readonly TopicListsVersion[]> {
    return (await firstValueFrom(this.http.get<Page<TopicListsVersion>>(`${at(websiteId)}/versions`))).items;
  }

  rollBack(websiteId: string, version: number): Promise<TopicLists> {
    return firstValueFrom(this.http.post<TopicLists>(`${at(websiteId)}/rollback`, { version }));
  }

  try(websiteId: string, asked: TryTopics): Promise<TopicsTrial> {
    return firstValueFrom(this.http.post<TopicsTrial>(`${at(websiteId)}/try`, asked));
  }
}

const at = (websiteId: string): string => `/api/v1/websites/${websiteId}/topics`;
