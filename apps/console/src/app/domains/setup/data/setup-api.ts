import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DemoData, Me, Setup, SetupState } from '#contracts';

const SETUP = '/api/v1/setup';

/** The first start: the one thing that can be asked before anybody exists. */
@Injectable({ providedIn: 'root' })
export class SetupApi {
  private readonly http = inject(HttpClient);

  state(): Promise<SetupState> {
    return firstValueFrom(this.http.get<SetupState>(SETUP));
  }

  /** Answers as a login does: the new admin is signed in. */
  complete(setup: Setup): Promise<Me> {
    return firstValueFrom(this.http.post<Me>(SETUP, setup));
  }

  loadDemoData(): Promise<DemoData> {
    return firstValueFrom(this.http.post<DemoData>(`${SETUP}/demo-data`, {}));
  }
}
