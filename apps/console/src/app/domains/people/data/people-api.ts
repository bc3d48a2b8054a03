import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ApiKey, CreateApiKey, CreatedApiKey, Page, SaveUser, TeamUser } from '#contracts';

const USERS = '/api/v1/users';
const API_KEYS = '/api/v1/api-keys';
const LARGEST_PAGE = 200;

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** What the console asks of the server about people and the keys of programs. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  users(cursor: string | null): Promise<Page<TeamUser>> {
    return firstValueFrom(this.http.get<Page<TeamUser>>(USERS, { params: { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) } }));
  }

  user(id: string): Promise<TeamUser> {
    return firstValueFrom(this.http.get<TeamUser>(`${USERS}/${id}`));
  }

  createUser(user: SaveUser): Promise<TeamUser> {
    return firstValueFrom(this.http.post<TeamUser>(USERS, user));
  }

  changeUser(id: string, user: Partial<SaveUser>): Promise<TeamUser> {
    return firstValueFrom(this.http.patch<TeamUser>(`${USERS}/${id}`, user));
  }

  apiKeys(cursor: string | null): Promise<Page<ApiKey>> {
    return firstValueFrom(this.http.get<Page<ApiKey>>(API_KEYS, { params: { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) } }));
  }

  createApiKey(key: CreateApiKey): Promise<CreatedApiKey> {
    return firstValueFrom(this.http.post<CreatedApiKey>(API_KEYS, key));
  }

  async revokeApiKey(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API_KEYS}/${id}`));
  }

  /** Ends every other login of this person. */
  async changePassword(passwords: ChangePassword): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/auth/password', passwords));
  }
}
