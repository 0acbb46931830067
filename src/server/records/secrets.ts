import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Memory of one check: 128 × cost × blocks bytes = 32 MB. */
const cost = 2 ** 15;
const blocks = 8;
const keyBytes = 32;

/** A secret that nobody guesses: 256 bits, safe in cookies and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of such a secret. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What is kept of a password: salt and key. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', key = ''] = kept.split('.').map((part) => Buffer.from(part, 'base64url'));
  const derived = await derive(password, Buffer.from(salt));
  return key.length === derived.length && timingSafeEqual(Buffer.from(key), derived);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const options = { N: cost, r: blocks, maxmem: 256 * cost * blocks };
  return new Promise((resolve, reject) => {
    // A password typed on another keyboard may come in another Unicode form.
    scrypt(password.normalize('NFC'), salt, keyBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
