import { defineEntity, p } from '@mikro-orm/postgresql';
import { randomBytes } from 'node:crypto';
import type { ResponderKind, WebsiteMode, WidgetTheme } from '#contracts';

const WebsiteSchema = defineEntity({
  name: 'Website',
  tableName: 'website',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    publicKey: p.text(),
    allowedOrigins: p.array(),
    mode: p.text().$type<WebsiteMode>(),
    timeZone: p.text(),
    locale: p.text(),
    reopenWindowHours: p.integer(),
    theme: p.json<Partial<WidgetTheme>>(),
    responder: p.text().$type<ResponderKind>(),
    aiBaseUrl: p.text().nullable(),
    aiModel: p.text().nullable(),
    aiApiKeyEncrypted: p.text().nullable(),
    aiInstructions: p.text().nullable(),
    identitySecretEncrypted: p.text().nullable(),
    identitySecretAt: p.datetime().nullable(),
    confidenceThreshold: p.double().$type<number>(),
    aiDeadlineMs: p.integer(),
    demo: p.boolean(),
    deletedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** One site that embeds the widget: the boundary that nothing of a customer's crosses. */
export class Website extends WebsiteSchema.class {
  static named(id: string, name: string, now: Date): Website {
    return Object.assign(new Website(), {
      id,
      name,
      publicKey: `wk_${randomBytes(18).toString('base64url')}`,
      allowedOrigins: [],
      mode: 'always',
      timeZone: 'UTC',
      locale: 'en',
      reopenWindowHours: 24,
      theme: {},
      responder: 'knowledge',
      aiBaseUrl: null,
      aiModel: null,
      aiApiKeyEncrypted: null,
      aiInstructions: null,
      identitySecretEncrypted: null,
      identitySecretAt: null,
      confidenceThreshold: 0.5,
      aiDeadlineMs: 30_000,
      demo: false,
      deletedAt: null,
      createdAt: now,
      updatedAt: now,
    } satisfies Partial<Website>);
  }

  /** A key belongs to the host it was given for: pointing the website elsewhere must not carry the key there. */
  pointAiAt(baseUrl: string | null): void {
    if (hostOf(baseUrl) !== hostOf(this.aiBaseUrl ?? null)) this.aiApiKeyEncrypted = null;
    this.aiBaseUrl = baseUrl;
  }

  /** Kept for what refers to it, gone for everybody. */
  remove(now: Date): void {
    this.deletedAt = now;
    this.updatedAt = now;
  }
}
WebsiteSchema.setClass(Website);

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin;
}
