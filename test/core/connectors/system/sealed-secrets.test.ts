// Secrets at rest: each opens in its own place only, a change of the master key needs no pause, old texts still open.
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';

const OLD = Buffer.alloc(32, 1).toString('base64');
const NEW = Buffer.alloc(32, 2).toString('base64');
const PLACE = 'Installations|inst-1';
const PLAIN = 'a secret, with ä and 漢';

/** As the first version sealed: a key derived from the master key, bound to the installation only. */
function firstVersion(master: string, installation: string, plain: string): string {
  const key = hkdfSync(
    'sha256',
    Buffer.from(master, 'base64'),
    installation,
    'tallybridge secrets',
    32,
  );
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), iv);
  cipher.setAAD(Buffer.from(installation));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'));
  return ['v1', ...parts].join('.');
}

describe('a sealed secret', () => {
  const secrets = createSecrets(OLD);

  it('opens again, and is another text each time', () => {
    const [one, two] = [secrets.seal('inst-1', PLAIN, PLACE), secrets.seal('inst-1', PLAIN, PLACE)];
    expect(one).not.toBe(two);
    expect([one, two].map((text) => secrets.open('inst-1', text, PLACE))).toEqual([PLAIN, PLAIN]);
    expect(secrets.open('inst-1', secrets.seal('inst-1', '', PLACE), PLACE)).toBe('');
  });

  it('opens in no other installation and in no other place', () => {
    const sealed = secrets.seal('inst-1', PLAIN, PLACE);
    expect(() => secrets.open('inst-2', sealed, PLACE)).toThrow();
    expect(() => secrets.open('inst-1', sealed, 'Merchants|inst-1')).toThrow();
    expect(() => secrets.open('inst-1', sealed, 'Installations|inst-2')).toThrow();
  });

  it('opens no more once any part of it was changed or taken from another', () => {
    const sealed = secrets.seal('inst-1', PLAIN, PLACE);
    const other = secrets.seal('inst-1', 'other', PLACE).split('.');
    sealed.split('.').forEach((part, index, parts) => {
      const flipped = part.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
      expect(() => secrets.open('inst-1', parts.with(index, flipped).join('.'), PLACE)).toThrow();
    });
    const mixed = sealed
      .split('.')
      .with(3, other[3] ?? '')
      .join('.');
    expect(() => secrets.open('inst-1', mixed, PLACE)).toThrow();
    for (const text of ['', 'v2', 'v2....', 'v1.', `${sealed}.x`, 'plain text']) {
      expect(() => secrets.open('inst-1', text, PLACE)).toThrow();
    }
  });

  it('names its master key without telling anything of it, and has harmless characters only', () => {
    const sealed = secrets.seal('inst-1', PLAIN, PLACE);
    expect(sealed).toMatch(/^v2\.[\w-]{8}\.[\w-]+\.[\w-]+$/);
    expect(sealed.split('.')[1]).toBe(secrets.masterKeyId);
    expect(createSecrets(NEW).masterKeyId).not.toBe(secrets.masterKeyId);
    expect(OLD).not.toContain(secrets.masterKeyId);
  });

  it('needs a master key of 32 bytes', () => {
    expect(() => createSecrets('c2hvcnQ=')).toThrow('32 bytes');
    expect(() => createSecrets(OLD, '')).toThrow('32 bytes');
  });
});

describe('a change of the master key', () => {
  const before = createSecrets(OLD);
  const during = createSecrets(NEW, OLD);
  const after = createSecrets(NEW);

  it('leaves what the former key wraps readable, and wraps it anew without opening it to anybody', () => {
    const sealed = before.seal('inst-1', PLAIN, PLACE);
    expect(during.open('inst-1', sealed, PLACE)).toBe(PLAIN);
    expect(during.isCurrent(sealed)).toBe(false);
    const renewed = during.renew('inst-1', sealed, PLACE);
    expect(during.isCurrent(renewed)).toBe(true);
    expect(after.open('inst-1', renewed, PLACE)).toBe(PLAIN);
    expect(renewed.split('.')[3]).toBe(sealed.split('.')[3]);
    expect(() => after.open('inst-1', sealed, PLACE)).toThrow('not known');
  });

  it('can begin with the new key being known beside the old one, which still seals', () => {
    const early = createSecrets(OLD, NEW);
    expect(early.open('inst-1', during.seal('inst-1', PLAIN, PLACE), PLACE)).toBe(PLAIN);
    expect(early.isCurrent(early.seal('inst-1', PLAIN, PLACE))).toBe(true);
  });

  it('renews nothing for another place', () => {
    const sealed = before.seal('inst-1', PLAIN, PLACE);
    expect(() => during.renew('inst-1', sealed, 'Tokens|inst-1')).toThrow();
    expect(() => during.renew('inst-2', sealed, PLACE)).toThrow();
  });
});

describe('what the first version sealed', () => {
  const old = firstVersion(OLD, 'inst-1', PLAIN);

  it('still opens, also while its master key is being changed', () => {
    expect(createSecrets(OLD).open('inst-1', old, PLACE)).toBe(PLAIN);
    expect(createSecrets(NEW, OLD).open('inst-1', old, PLACE)).toBe(PLAIN);
    expect(() => createSecrets(NEW).open('inst-1', old, PLACE)).toThrow('not known');
    expect(() => createSecrets(OLD).open('inst-2', old, PLACE)).toThrow();
  });

  it('is not current, and is bound to its place from when it is renewed', () => {
    const secrets = createSecrets(NEW, OLD);
    expect(secrets.isCurrent(old)).toBe(false);
    const renewed = secrets.renew('inst-1', old, PLACE);
    expect(createSecrets(NEW).open('inst-1', renewed, PLACE)).toBe(PLAIN);
    expect(() => secrets.open('inst-1', renewed, 'Merchants|inst-1|m')).toThrow();
  });
});
