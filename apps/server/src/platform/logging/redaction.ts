const SECRET_NAMES = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["x-api-key"]',
  'password',
  'passwordHash',
  'token',
  'visitorToken',
  'resume',
  'apiKey',
  'aiApiKey',
  'secret',
  'secretKey',
  'hash',
  'identity',
  'connectionString',
  'databaseUrl',
];
const DEPTH = 4;

/** Secrets by the names they go by, at the top of a log line and some levels below it. */
export const redaction = {
  paths: SECRET_NAMES.flatMap((name) => Array.from({ length: DEPTH }, (_, depth) => under(depth, name))),
  censor: '[secret]',
};

function under(depth: number, name: string): string {
  const parents = Array.from({ length: depth }, () => '*').join('.');
  if (!parents) return name;
  return name.startsWith('[') ? `${parents}${name}` : `${parents}.${name}`;
}
