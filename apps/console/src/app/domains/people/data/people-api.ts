import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  ApiKey,
  AuditEntry,
  ChangeUser,
  CreateApiKey,
  CreatedApiKey,
  CreatedLink,
  HandoffSummary,
  LinkHolder,
  LoginSession,
  Me,
  Page,
  Person,
  RoleInfo,
  SaveRole,
  SaveTeam,
  SaveUser,
  Team,
  UseLink,
} from '#contracts';

const API = '/api/v1';
const LARGEST_PAGE = 200;

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** What of the audit log is asked for; what is empty does not count. */
export interface AuditFilter {
  readonly actorId: string;
  readonly subjectType: string;
  readonly websiteId: string;
  /** ISO instants; `to` is exclusive. */
  readonly from: string;
  readonly to: string;
}

/** What the console asks of the server about people, what they may do, and the keys of programs. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  users = (cursor: string | null): Promise<Page<Person>> => this.page('/users', cursor);
  user = (id: string): Promise<Person> => this.get(`/users/${id}`);
  createUser = (user: SaveUser): Promise<Person> => this.post('/users', user);
  changeUser = (id: string, user: ChangeUser): Promise<Person> => this.patch(`/users/${id}`, user);
  makeLink = (id: string): Promise<CreatedLink> => this.post(`/users/${id}/link`, {});
  revokeLink = (id: string): Promise<void> => this.remove(`/users/${id}/link`);

  /** The handoffs somebody holds now, the first 200 of them. */
  heldBy(id: string): Promise<Page<HandoffSummary>> {
    return this.get('/handoffs', { assignee: id, status: 'claimed', limit: LARGEST_PAGE });
  }

  teams = (cursor: string | null): Promise<Page<Team>> => this.page('/teams', cursor);
  team = (id: string): Promise<Team> => this.get(`/teams/${id}`);
  createTeam = (team: SaveTeam): Promise<Team> => this.post('/teams', team);
  changeTeam = (id: string, team: Partial<SaveTeam>): Promise<Team> => this.patch(`/teams/${id}`, team);
  removeTeam = (id: string): Promise<void> => this.remove(`/teams/${id}`);

  roles = (): Promise<Page<RoleInfo>> => this.get('/roles');
  role = (id: string): Promise<RoleInfo> => this.get(`/roles/${id}`);
  createRole = (role: SaveRole): Promise<RoleInfo> => this.post('/roles', role);
  changeRole = (id: string, role: Partial<SaveRole>): Promise<RoleInfo> => this.patch(`/roles/${id}`, role);
  removeRole = (id: string): Promise<void> => this.remove(`/roles/${id}`);

  apiKeys = (cursor: string | null): Promise<Page<ApiKey>> => this.page('/api-keys', cursor);
  createApiKey = (key: CreateApiKey): Promise<CreatedApiKey> => this.post('/api-keys', key);
  revokeApiKey = (id: string): Promise<void> => this.remove(`/api-keys/${id}`);

  audit(filter: AuditFilter, cursor: string | null): Promise<Page<AuditEntry>> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
    return this.get('/audit', { ...given, limit: 50, ...(cursor ? { cursor } : {}) });
  }

  rename = (name: string): Promise<Me> => this.patch('/auth/me', { name });
  /** Ends every other login of this person. */
  changePassword = (passwords: ChangePassword): Promise<Me> => this.post('/auth/password', passwords);
  sessions = (): Promise<Page<LoginSession>> => this.get('/auth/sessions');
  endSession = (id: string): Promise<void> => this.remove(`/auth/sessions/${id}`);
  endOtherSessions = (): Promise<void> => this.remove('/auth/sessions');

  look = (token: string): Promise<LinkHolder> => this.post('/auth/links/look', { token });
  use = (link: UseLink): Promise<Me> => this.post('/auth/links/use', link);

  private page<T>(path: string, cursor: string | null): Promise<Page<T>> {
    return this.get(path, { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) });
  }
  private get<T>(path: string, params: Record<string, string | number> = {}): Promise<T> {
    return once(this.http.get<T>(API + path, { params }));
  }
  private post<T>(path: string, body: object): Promise<T> {
    return once(this.http.post<T>(API + path, body));
  }
  private patch<T>(path: string, body: object): Promise<T> {
    return once(this.http.patch<T>(API + path, body));
  }
  private async remove(path: string): Promise<void> {
    await once(this.http.delete(API + path));
  }
}

const once = <T>(answer: Observable<T>): Promise<T> => firstValueFrom(answer);
