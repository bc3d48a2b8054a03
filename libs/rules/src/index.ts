/**
 * Rule documents and facts in, decisions with evidence out. Pure: no clock, no database, nothing remembered but compiled
 * documents. json-rules-engine is the authoring format and the authority; nothing outside this folder sees it.
 */
export { FACTS, factDefinition } from './fact-registry.js';
export { nearMiss, type NearMiss } from './near-miss.js';
export { PATTERN_MAX_CHARS } from './patterns.js';
export { compileRules, explain, type BrokenRule, type Fired, type RuleDocument, type RuleSet } from './rule-set.js';
export { MAX_DEPTH, MAX_NODES, isValidConditions, validateConditions, type WebsiteValues } from './validate.js';
