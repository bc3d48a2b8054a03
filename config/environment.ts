import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsString, IsUrl, Matches, Max, Min, MinLength, ValidateBy, ValidateIf } from 'class-validator';
import { isIP } from 'node:net';

/**
 * Every variable Baton reads, one property each. The messages are what an operator sees when a value is wrong, so each
 * says what is expected; `examples` below adds one that works.
 */
export class Environment {
  @IsOptionalValue()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must be a postgres:// address' })
  DATABASE_URL: string | null = null;

  @IsOptionalValue()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'must be a redis:// address' })
  REDIS_URL: string | null = null;

  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be between 1 and 65535' })
  @Max(65535, { message: 'must be between 1 and 65535' })
  BATON_PORT = 4100;

  @IsString()
  @IsNotEmpty({ message: 'must not be empty' })
  @Matches(/^\S+$/, { message: 'must be an address or a host name' })
  BATON_HOST = '127.0.0.1';

  @IsOptionalValue()
  @IsNotEmpty({ message: 'must be a folder' })
  BATON_DATA_DIR: string | null = null;

  @IsIn(['web', 'worker'], { each: true, message: 'must be web, worker or both, separated by a comma' })
  BATON_ROLES: ('web' | 'worker')[] = ['web', 'worker'];

  @IsOptionalValue()
  @IsBoolean({ message: 'must be true or false' })
  BATON_DEMO: boolean | null = null;

  @IsOptionalValue()
  @MinLength(8, { message: 'must have at least 8 characters' })
  BATON_DEMO_PASSWORD: string | null = null;

  @IsBoolean({ message: 'must be true or false' })
  BATON_MIGRATE = true;

  @IsOptionalValue()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }, { message: 'must be an http:// or https:// address' })
  BATON_PUBLIC_URL: string | null = null;

  @IsOptionalValue()
  @MinLength(32, { message: 'must have at least 32 characters' })
  BATON_SECRET_KEY: string | null = null;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { message: 'must be fatal, error, warn, info, debug, trace or silent' })
  BATON_LOG_LEVEL = 'info';

  @IsBoolean({ message: 'must be on or off' })
  BATON_RATE_LIMIT = true;

  @ValidateBy({ name: 'isCidrList', validator: { validate: isCidrList, defaultMessage: () => 'must be CIDRs separated by commas' } })
  BATON_ALLOW_PRIVATE_EGRESS: string[] = [];

  @ValidateBy({ name: 'isCidrList', validator: { validate: isCidrList, defaultMessage: () => 'must be CIDRs separated by commas' } })
  BATON_TRUST_PROXY: string[] = [];

  @IsNumber({}, { message: 'must be a number' })
  @Min(0, { message: 'must be between 0 and 1' })
  @Max(1, { message: 'must be between 0 and 1' })
  BATON_RULE_SAMPLE = 0.02;

  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be between 1 and 3650' })
  @Max(3650, { message: 'must be between 1 and 3650' })
  BATON_RULE_DECISION_DAYS = 90;
}

export type Variable = keyof Environment;

export const examples: Record<Variable, string> = {
  DATABASE_URL: 'postgres://baton:secret@db.example.com:5432/baton',
  REDIS_URL: 'redis://redis.example.com:6379',
  BATON_PORT: '4100',
  BATON_HOST: '0.0.0.0',
  BATON_DATA_DIR: '/var/lib/baton',
  BATON_ROLES: 'web,worker',
  BATON_DEMO: 'false',
  BATON_DEMO_PASSWORD: 'correct-horse-battery',
  BATON_MIGRATE: 'true',
  BATON_PUBLIC_URL: 'https://chat.example.com',
  BATON_SECRET_KEY: 'the output of: openssl rand -base64 32',
  BATON_LOG_LEVEL: 'info',
  BATON_RATE_LIMIT: 'on',
  BATON_ALLOW_PRIVATE_EGRESS: '10.0.0.0/8,192.168.1.20/32',
  BATON_TRUST_PROXY: '10.0.0.5/32',
  BATON_RULE_SAMPLE: '0.1',
  BATON_RULE_DECISION_DAYS: '365',
};

/** What each is for, as docs/reference/environment.md says it. */
export const purposes: Record<Variable, string> = {
  DATABASE_URL: 'The PostgreSQL to work with. Without it Baton runs an embedded one.',
  REDIS_URL: 'Reserved: this version refuses to start when it is set.',
  BATON_PORT: 'Port for pages, REST and sockets.',
  BATON_HOST: 'Address to listen on. The default is reached from this machine alone; `0.0.0.0` listens on every address.',
  BATON_DATA_DIR: 'Folder of the embedded database and of the key made for it. Without it `data` under the folder Baton is started in.',
  BATON_ROLES: 'What this process does: `web` serves pages, REST and sockets, `worker` answers turns and runs what is due.',
  BATON_DEMO: 'Whether an empty database gets demo data. Without it the embedded one does, an external one does not.',
  BATON_DEMO_PASSWORD: 'Password of the demo logins. Without it one is made and printed at the first start.',
  BATON_MIGRATE: 'Whether the database is brought up to this version at start. When off, a start on an older schema is refused.',
  BATON_PUBLIC_URL: 'Where people reach Baton. Without it `http://localhost:<BATON_PORT>`. With https, cookies are `Secure` and HSTS is sent.',
  BATON_SECRET_KEY: 'Encrypts stored secrets, such as AI keys. Required with `DATABASE_URL`; else one is made in the data folder.',
  BATON_LOG_LEVEL: 'The least severe log lines that are written.',
  BATON_RATE_LIMIT: 'Whether requests per address are limited. Off is for load tests.',
  BATON_ALLOW_PRIVATE_EGRESS: "Private ranges that outgoing calls may reach, for example for an AI endpoint in one's own network.",
  BATON_TRUST_PROXY:
    'Reverse proxies whose `X-Forwarded-For` is believed; limits and the audit log then see the address behind them. From others the header is ignored.',
  BATON_RULE_SAMPLE:
    'The share of messages at which rules that came close to firing are kept for their list of decisions. With 0 none are; those that fired always are.',
  BATON_RULE_DECISION_DAYS: 'How many days the decisions of rules are kept with their evidence. How often a rule fired stays known.',
};

const booleans: Record<string, boolean> = { true: true, on: true, false: false, off: false };
const toBoolean = (text: string): unknown => booleans[text.toLowerCase()] ?? text;
const toList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** How the text of a variable becomes its value; what cannot be read stays text, and its validator refuses it. */
export const readers: Partial<Record<Variable, (text: string) => unknown>> = {
  BATON_PORT: (text) => (/^\d+$/.test(text) ? Number(text) : text),
  BATON_ROLES: toList,
  BATON_DEMO: toBoolean,
  BATON_MIGRATE: toBoolean,
  BATON_RATE_LIMIT: toBoolean,
  BATON_ALLOW_PRIVATE_EGRESS: toList,
  BATON_TRUST_PROXY: toList,
  BATON_RULE_SAMPLE: (text) => (/^\d*\.?\d+$/.test(text) ? Number(text) : text),
  BATON_RULE_DECISION_DAYS: (text) => (/^\d+$/.test(text) ? Number(text) : text),
};

/** Their values must not be repeated in an error, which may end in a log. */
export const secretVariables: ReadonlySet<Variable> = new Set(['DATABASE_URL', 'REDIS_URL', 'BATON_DEMO_PASSWORD', 'BATON_SECRET_KEY']);

function IsOptionalValue(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== null);
}

function isCidrList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isCidr);
}

function isCidr(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}
