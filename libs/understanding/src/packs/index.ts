import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import type { LanguagePack } from './pack.js';
import { pl } from './pl.js';
import { pt } from './pt.js';

export const PACKS: readonly LanguagePack[] = [en, de, es, fr, pt, it, nl, pl];
export type { LanguagePack, Phrase } from './pack.js';
