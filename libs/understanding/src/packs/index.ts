import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { LanguagePack } from './pack.js';

export const PACKS: readonly LanguagePack[] = [en, de, es, fr];
export type { LanguagePack, Phrase } from './pack.js';
