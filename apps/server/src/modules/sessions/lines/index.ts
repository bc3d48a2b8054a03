import { ar } from './ar.js';
import { de } from './de.js';
import { en, type Lines } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { tr } from './tr.js';

export type { Lines };
export const LANGUAGES: ReadonlyMap<string, Lines> = new Map(Object.entries({ ar, de, en, es, fr, it, nl, pl, pt, tr }));
