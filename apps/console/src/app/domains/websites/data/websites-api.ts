import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { IdentitySecret, InboxCounts, Installation, Page, SaveWebsite, TestAnswer, Website } from '#contracts';

const WEBSITES = '/api/v1/websites';

/** What the console asks of the server about websites. */
@Injectable({ providedIn: 'root' })
export class WebsitesApi {
  private readonly http = inject(HttpClient);

  /** All of them: an installation has a handful, the largest page holds 200. */
  list(): Promise<readonly Website[]> {
    return firstValueFrom(this.http.get<Page<Website>>(WEBSITES, { params: { limit: 200 } })).then(({ items }) => items);
  }

  get(id: string): Promise<Website> {
    return firstValueFrom(this.http.get<Website>(`${WEBSITES}/${id}`));
  }

  create(website: SaveWebsite): Promise<Website> {
    return firstValueFrom(this.http.post<Website>(WEBSITES, website));
  }

  change(id: string, website: Partial<SaveWebsite>): Promise<Website> {
    return firstValueFrom(this.http.patch<Website>(`${WEBSITES}/${id}`, website));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${WEBSITES}/${id}`));
  }

  /** Asks the website's AI, without any visitor seeing it. */
  testAnswer(id: string, text: string): Promise<TestAnswer> {
    return firstValueFrom(this.http.post<TestAnswer>(`${WEBSITES}/${id}/test-answer`, { text }));
  }

  /** Which pages asked for the chat, latest first. */
  installation(id: string): Promise<Installation> {
    return firstValueFrom(this.http.get<Installation>(`${WEBSITES}/${id}/installation`));
  }

  /** The one before is void from now on. */
  renewIdentitySecret(id: string): Promise<IdentitySecret> {
    return firstValueFrom(this.http.post<IdentitySecret>(`${WEBSITES}/${id}/identity-secret`, {}));
  }

  /** How many visitors wait for a person on a website. */
  async waiting(id: string): Promise<number> {
    const counts = await firstValueFrom(this.http.get<InboxCounts>('/api/v1/handoffs/counts', { params: { websiteId: id } }));
    return counts.unassigned;
  }
}
