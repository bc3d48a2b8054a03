export const PROOFS = ['jwt', 'hmac'] as const;
export type Proof = (typeof PROOFS)[number];

/** By the names their languages go by, which no translation changes. */
export const SAMPLE_LANGUAGES = { node: 'Node.js', php: 'PHP', python: 'Python' } as const;
export type SampleLanguage = keyof typeof SAMPLE_LANGUAGES;

/** What a website's own server does to vouch for a visitor. The secret comes from its environment, so a copied sample holds none. */
export function serverSample(proof: Proof, language: SampleLanguage): string {
  return SERVER[proof][language];
}

export function pageSample(proof: Proof, websiteKey: string): string {
  return proof === 'jwt'
    ? `Baton('boot', {
  websiteKey: '${websiteKey}',
  // asked at the start, and again when the token has run out
  identityProvider: async () => (await fetch('/baton-token')).text(),
});`
    : `Baton('boot', { websiteKey: '${websiteKey}' });
Baton('identify', { userId: customer.id, hash: customer.batonHash });`;
}

const SERVER: Readonly<Record<Proof, Readonly<Record<SampleLanguage, string>>>> = {
  jwt: {
    node: `import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function batonToken(customer) {
  const exp = Math.floor(Date.now() / 1000) + 3600; // at most 24 hours ahead
  const claims = { sub: customer.id, email: customer.email, name: customer.name, exp };
  const text = \`\${part({ alg: 'HS256', typ: 'JWT' })}.\${part(claims)}\`;
  const signature = createHmac('sha256', process.env.BATON_IDENTITY_SECRET).update(text).digest('base64url');
  return \`\${text}.\${signature}\`;
}`,
    php: `function part(string $text): string {
    return rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
}

function baton_token(Customer $customer): string {
    $claims = ['sub' => $customer->id, 'email' => $customer->email, 'name' => $customer->name, 'exp' => time() + 3600];
    $text = part(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . part(json_encode($claims));
    return $text . '.' . part(hash_hmac('sha256', $text, getenv('BATON_IDENTITY_SECRET'), true));
}`,
    python: `import base64, hashlib, hmac, json, os, time

def part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

def baton_token(customer) -> str:
    claims = {"sub": customer.id, "email": customer.email, "name": customer.name, "exp": int(time.time()) + 3600}
    text = part(b'{"alg":"HS256","typ":"JWT"}') + "." + part(json.dumps(claims).encode())
    key = os.environ["BATON_IDENTITY_SECRET"].encode()
    return text + "." + part(hmac.new(key, text.encode(), hashlib.sha256).digest())`,
  },
  hmac: {
    node: `import { createHmac } from 'node:crypto';

const hash = createHmac('sha256', process.env.BATON_IDENTITY_SECRET).update(customer.id).digest('hex');`,
    php: `$hash = hash_hmac('sha256', $customer->id, getenv('BATON_IDENTITY_SECRET'));`,
    python: `import hashlib, hmac, os

key = os.environ["BATON_IDENTITY_SECRET"].encode()
hash = hmac.new(key, customer.id.encode(), hashlib.sha256).hexdigest()`,
  },
};
