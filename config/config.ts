export type ProcessRole = 'web' | 'worker';

/** The settings a process runs with, read once at start from the environment and checked; see docs/reference/environment.md. */
export abstract class Config {
  /** null: the embedded database */
  abstract readonly databaseUrl: string | null;
  abstract readonly redisUrl: string | null;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Absolute. */
  abstract readonly dataDir: string;
  /** Whether an operator named the data folder; then Baton never uses another one by itself. */
  abstract readonly dataDirIsChosen: boolean;
  abstract readonly roles: ReadonlySet<ProcessRole>;
  /** Whether an empty database gets demo data: by default the embedded one does, an external one only when told to. */
  abstract readonly demo: boolean;
  abstract readonly demoPassword: string | null;
  abstract readonly migrate: boolean;
  /** Without a trailing slash. */
  abstract readonly publicUrl: string;
  abstract readonly secretKey: string | null;
  abstract readonly logLevel: string;
  abstract readonly rateLimit: boolean;
  /** CIDRs that outgoing calls may reach besides public addresses. */
  abstract readonly allowPrivateEgress: readonly string[];
  /** CIDRs of reverse proxies whose `X-Forwarded-For` is believed. */
  abstract readonly trustProxy: readonly string[];
  /** Share of messages, 0…1, at which rules that came close to firing are kept. */
  abstract readonly ruleSample: number;
  abstract readonly ruleDecisionDays: number;
}
