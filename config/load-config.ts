import { validateSync } from 'class-validator';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Config, type ProcessRole } from './config.js';
import { Environment, examples, readers, secretVariables, type Variable } from './environment.js';

const variables = Object.keys(examples) as Variable[];

/** Everything that is wrong with the environment at once, one line each. */
export class ConfigProblem extends Error {
  constructor(readonly lines: readonly string[]) {
    super(`Baton cannot start with this configuration:\n${lines.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigProblem';
  }
}

/**
 * The checked settings of this process.
 * @param env usually `process.env`; a variable may also be given as `<NAME>_FILE`, the path of a file that holds the value
 * @throws ConfigProblem
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, cwd = process.cwd()): Config {
  const problems: string[] = unknownVariables(env);
  const environment = new Environment();
  const given: Partial<Record<Variable, string>> = {};

  for (const name of variables) {
    try {
      const text = textOf(name, env);
      if (text === null) continue;
      given[name] = text;
      Object.assign(environment, { [name]: readers[name]?.(text) ?? text });
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  for (const { property, constraints } of validateSync(environment)) {
    const name = property as Variable;
    problems.push(badValue(name, Object.values(constraints ?? {})[0] ?? 'is not valid', given[name]));
  }
  if (environment.BATON_ROLES.length === 0) problems.push(badValue('BATON_ROLES', 'must name at least one role', given.BATON_ROLES));
  if (environment.REDIS_URL !== null) {
    problems.push('REDIS_URL is set, but this version of Baton does not support Redis yet. Unset it; one process needs no Redis.');
  }
  if (problems.length > 0) throw new ConfigProblem(problems);
  return settings(environment, cwd);
}

function settings(environment: Environment, cwd: string): Config {
  return Object.freeze(
    Object.assign(Object.create(Config.prototype) as Config, {
      databaseUrl: environment.DATABASE_URL,
      redisUrl: environment.REDIS_URL,
      host: environment.BATON_HOST,
      port: environment.BATON_PORT,
      dataDir: resolve(cwd, environment.BATON_DATA_DIR ?? 'data'),
      dataDirIsChosen: environment.BATON_DATA_DIR !== null,
      roles: new Set<ProcessRole>(environment.BATON_ROLES),
      demo: environment.BATON_DEMO ?? environment.DATABASE_URL === null,
      demoPassword: environment.BATON_DEMO_PASSWORD,
      migrate: environment.BATON_MIGRATE,
      publicUrl: (environment.BATON_PUBLIC_URL ?? `http://localhost:${environment.BATON_PORT}`).replace(/\/+$/, ''),
      secretKey: environment.BATON_SECRET_KEY,
      logLevel: environment.BATON_LOG_LEVEL,
      rateLimit: environment.BATON_RATE_LIMIT,
      allowPrivateEgress: environment.BATON_ALLOW_PRIVATE_EGRESS,
      trustProxy: environment.BATON_TRUST_PROXY,
      ruleSample: environment.BATON_RULE_SAMPLE,
      ruleDecisionDays: environment.BATON_RULE_DECISION_DAYS,
    } satisfies Config),
  );
}

/** @returns null when the variable is not set; an empty value counts as not set, as compose files and CI write it so */
function textOf(name: Variable, env: Readonly<Record<string, string | undefined>>): string | null {
  const direct = env[name]?.trim() || null;
  const file = env[`${name}_FILE`]?.trim() || null;
  if (direct !== null && file !== null) throw new Error(`${name} and ${name}_FILE are both set; keep one of them.`);
  if (file === null) return direct;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    throw new Error(
      `${name}_FILE points to ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}). Example: ${name}_FILE=/run/secrets/${name.toLowerCase()}`,
    );
  }
}

function badValue(name: Variable, problem: string, text: string | undefined): string {
  const shown = text === undefined || secretVariables.has(name) ? '' : `, not "${text}"`;
  return `${name} ${problem}${shown}. Example: ${name}=${examples[name]}`;
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(variables.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => name.startsWith('BATON_') && !known.has(name))
    .map((name) => `${name} is not a variable of Baton. Did you mean ${closest(name)}?`);
}

function closest(name: string): string {
  const rank = (other: string): number => distance(name, other);
  return variables.filter((other) => other.startsWith('BATON_')).reduce((best, other) => (rank(other) < rank(best) ? other : best));
}

/** Levenshtein's edit distance, row by row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
