import { computed, inject, Injectable, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { ProblemBody, Website } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { websitesTexts } from '../texts';
import { changesOf, draftOf, newWebsite, toSave, WEBSITE_PATHS, websiteSchema, type WebsiteDraft } from './website-draft';
import { WebsitesApi } from './websites-api';

/** One website being edited, new or known. */
@Injectable()
export class WebsiteEditor {
  private readonly api = inject(WebsitesApi);
  private readonly current = signal<Website | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  private readonly model = signal<WebsiteDraft>(
    newWebsite(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language.split('-')[0] ?? 'en'),
  );
  readonly form = form(this.model, websiteSchema(websitesTexts()));
  readonly draft = new Draft(this.form, WEBSITE_PATHS);

  /** As the server holds it; null while it is new or on its way. */
  readonly website = this.current.asReadonly();
  /** Why there is nothing to edit. */
  readonly loadProblem = this.failure.asReadonly();
  /** The stored key would go to another host, so the server drops it when this is saved. */
  readonly dropsApiKey = computed(() => {
    const stored = this.current()?.assistant;
    if (!stored?.hasApiKey || this.model().assistant.apiKey) return false;
    return originOf(stored.baseUrl ?? '') !== originOf(this.model().assistant.baseUrl);
  });

  async open(id: string): Promise<void> {
    this.failure.set(null);
    try {
      this.show(await this.api.get(id));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  save(): Promise<boolean> {
    return this.draft.save(async (value) => {
      const known = this.current();
      this.show(known ? await this.api.change(known.id, changesOf(draftOf(known), value)) : await this.api.create(toSave(value)));
    });
  }

  async remove(): Promise<void> {
    const website = this.current();
    if (website) await this.api.remove(website.id);
    this.draft.begin(this.model());
  }

  /** Adds a line to the allowed origins; saved at once unless other changes are waiting to be. */
  async allow(origin: string): Promise<boolean> {
    const waiting = this.draft.changed();
    this.form.allowedOrigins().value.update((lines) => [...lines.filter((line) => line.trim() !== '' && line.trim() !== origin), origin]);
    return !waiting && this.save();
  }

  /** Makes a new secret. @returns it, this once */
  async renewIdentitySecret(): Promise<string> {
    const { id } = this.current()!;
    const { secret } = await this.api.renewIdentitySecret(id);
    const identitySecretAt = new Date().toISOString();
    this.current.update((website) => website && { ...website, identitySecretAt });
    return secret;
  }

  private show(website: Website): void {
    this.current.set(website);
    this.draft.begin(draftOf(website));
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url.trim();
}
