import type { Rule, SaveRule } from '#contracts';
import { tidied } from './rule-draft';

export type ExportedRule = Omit<SaveRule, 'websiteId'>;

export type ReadRules =
  | { readonly ok: true; readonly rules: readonly ExportedRule[] }
  | { readonly ok: false; readonly why: 'json' }
  | { readonly ok: false; readonly why: 'none' }
  | { readonly ok: false; readonly why: 'rule'; readonly number: number };

const STAGES: readonly unknown[] = ['before_reply', 'after_reply', 'clock'];

/** Rules as a file that can be brought to another website or installation. */
export function exported(rules: readonly Rule[]): string {
  return `${JSON.stringify({ rules: rules.map(exportedRule) }, null, 2)}\n`;
}

function exportedRule({ name, enabled, mode, stage, priority, cooldownSeconds, conditions, action }: Rule): ExportedRule {
  return { name, enabled, mode, stage, priority, cooldownSeconds: cooldownSeconds ?? null, conditions, action: tidied(action) };
}

/** Reads an export: `{ rules: […] }`, a list, or one rule. Whether each may run is the server's to say. */
export function readRules(text: string): ReadRules {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, why: 'json' };
  }
  const given: unknown = isRecord(parsed) && Array.isArray(parsed['rules']) ? parsed['rules'] : Array.isArray(parsed) ? parsed : [parsed];
  const candidates = given as readonly unknown[];
  const wrong = candidates.findIndex((one) => !isRule(one));
  if (candidates.length === 0 || (wrong === 0 && candidates.length === 1)) return { ok: false, why: 'none' };
  if (wrong >= 0) return { ok: false, why: 'rule', number: wrong + 1 };
  return { ok: true, rules: candidates as readonly ExportedRule[] };
}

/** In shadow, without a team that another installation does not have. */
export function toImport({ name, stage, priority, cooldownSeconds, conditions, action }: ExportedRule, websiteId: string): SaveRule {
  const { teamId: _, ...rest } = action;
  return {
    websiteId,
    name,
    enabled: true,
    mode: 'shadow',
    stage,
    ...(priority !== undefined && { priority }),
    ...(cooldownSeconds != null && { cooldownSeconds }),
    conditions,
    action: rest,
  };
}

function isRule(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['action'])) return false;
  return typeof value['name'] === 'string' && STAGES.includes(value['stage']) && isRecord(value['conditions']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
