import type { SaveAssistantSettings, SaveWebsite } from '#contracts';
import { onlyGiven } from '../../platform/input/index.js';
import { InvalidInput } from '../../platform/problems/index.js';
import type { Website } from './website.entity.js';

/**
 * Writes what was given into the website and leaves the rest.
 * @param sealKey encrypts the AI key
 * @throws InvalidInput naming the field, e.g. `allowedOrigins.0`
 */
export function applyWebsite(website: Website, given: Partial<SaveWebsite>, now: Date, sealKey: (key: string) => string): void {
  if (given.name !== undefined) website.name = given.name.trim();
  if (given.allowedOrigins !== undefined) website.allowedOrigins = origins(given.allowedOrigins);
  if (given.mode !== undefined) website.mode = given.mode;
  if (given.timeZone !== undefined) website.timeZone = given.timeZone;
  if (given.locale !== undefined) website.locale = Intl.getCanonicalLocales(given.locale)[0]!;
  if (given.reopenWindowHours !== undefined) website.reopenWindowHours = given.reopenWindowHours;
  if (given.theme !== undefined) website.theme = { ...website.theme, ...onlyGiven(given.theme) };
  if (given.assistant !== undefined) applyAssistant(website, given.assistant, sealKey);
  website.updatedAt = now;
}

function applyAssistant(website: Website, given: SaveAssistantSettings, sealKey: (key: string) => string): void {
  if (given.responder !== undefined) website.responder = given.responder;
  if (given.baseUrl !== undefined) website.pointAiAt(given.baseUrl);
  if (given.model !== undefined) website.aiModel = given.model;
  if (given.apiKey !== undefined) website.aiApiKeyEncrypted = given.apiKey === null ? null : sealKey(given.apiKey);
  if (given.instructions !== undefined) website.aiInstructions = given.instructions;
  if (given.confidenceThreshold !== undefined) website.confidenceThreshold = given.confidenceThreshold;
  if (given.deadlineMs !== undefined) website.aiDeadlineMs = given.deadlineMs;
  if (website.responder === 'openai_compatible' && !(website.aiBaseUrl && website.aiModel)) {
    throw new InvalidInput([{ path: website.aiBaseUrl ? 'assistant.model' : 'assistant.baseUrl', message: 'is needed for this responder' }]);
  }
}

function origins(given: readonly string[]): string[] {
  const errors = given.flatMap((value, i) => {
    const message = originProblem(value);
    return message ? [{ path: `allowedOrigins.${i}`, message }] : [];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
  return [...new Set(given)];
}

/** Compared character by character with what browsers send, so only their exact spelling is of use. */
function originProblem(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'must be an origin such as https://shop.example';
  return url.origin === value ? null : `must be an origin without path, here ${url.origin}`;
}
