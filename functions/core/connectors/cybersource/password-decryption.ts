// Opens what a key file holds under its password: PBES2 (RFC 8018) and PKCS #12's own triple DES (RFC 7292, appendix B).
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { type DerValue, derAt, derTags, derValues, oidText, smallInteger } from './der.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const TRIPLE_DES = '1.2.840.113549.1.12.1.3';

/** By object identifier: OpenSSL's name and the key's bytes. */
const ciphers: Readonly<Record<string, readonly [name: string, keyBytes: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
/** So that a hostile file can't keep a function busy. */
const ROUNDS_MAX = 2_000_000;

/** @param algorithm the AlgorithmIdentifier. Throws for a wrong password and for what it cannot open. */
export function decryptWithPassword(
  algorithm: DerValue,
  encrypted: Buffer,
  password: string,
): Buffer {
  const oid = oidText(derAt(algorithm.content, 0));
  const parameters = derAt(algorithm.content, 1).content;
  if (oid === PBES2) return pbes2(parameters, encrypted, password);
  if (oid === TRIPLE_DES) return tripleDes(parameters, encrypted, password);
  throw new Error('the file is locked in a way that we do not open');
}

function pbes2(parameters: Buffer, encrypted: Buffer, password: string): Buffer {
  const derivation = derValues(derAt(parameters, 0, 1).content);
  const [salt, rounds, ...rest] = derivation;
  const cipher = ciphers[oidText(derAt(parameters, 1, 0))];
  if (salt === undefined || rounds === undefined || cipher === undefined) {
    throw new Error('the file is locked in a way that we do not open');
  }
  const random = rest.find(({ tag }) => tag === derTags.sequence);
  const digest = random === undefined ? 'sha1' : digests[oidText(derAt(random.content, 0))];
  if (digest === undefined) throw new Error('the file is locked in a way that we do not open');
  const [name, keyBytes] = cipher;
  const key = pbkdf2Sync(password, salt.content, roundsOf(rounds), keyBytes, digest);
  return decipher(name, key, derAt(parameters, 1, 1).content, encrypted);
}

function tripleDes(parameters: Buffer, encrypted: Buffer, password: string): Buffer {
  const salt = derAt(parameters, 0).content;
  const rounds = roundsOf(derAt(parameters, 1));
  const key = pkcs12Key(password, salt, rounds, 1, 24);
  const iv = pkcs12Key(password, salt, rounds, 2, 8);
  return decipher('des-ede3-cbc', key, iv, encrypted);
}

function roundsOf(value: DerValue): number {
  const rounds = smallInteger(value);
  if (rounds < 1 || rounds > ROUNDS_MAX) throw new RangeError('a count of rounds');
  return rounds;
}

function decipher(name: string, key: Buffer, iv: Buffer, encrypted: Buffer): Buffer {
  const opened = createDecipheriv(name, key, iv);
  return Buffer.concat([opened.update(encrypted), opened.final()]);
}

const BLOCK = 64;

/** Bytes of a key (purpose 1) or an initial vector (2), by SHA-1. */
function pkcs12Key(
  password: string,
  salt: Buffer,
  rounds: number,
  purpose: 1 | 2,
  count: number,
): Buffer {
  // Big-endian UTF-16 with a zero at the end.
  const text = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const diversifier = Buffer.alloc(BLOCK, purpose);
  const input = Buffer.concat([filled(salt), filled(text)]);
  const made: Buffer[] = [];
  for (let bytes = 0; bytes < count; bytes += 20) {
    let digest = createHash('sha1').update(diversifier).update(input).digest();
    for (let round = 1; round < rounds; round += 1) {
      digest = createHash('sha1').update(digest).digest();
    }
    made.push(digest);
    addToBlocks(input, filled(digest).subarray(0, BLOCK));
  }
  return Buffer.concat(made).subarray(0, count);
}

/** Repeated up to whole blocks. */
function filled(bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes;
  return Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK, bytes);
}

/** Each block plus `summand` plus one, as whole numbers of 64 bytes. */
function addToBlocks(blocks: Buffer, summand: Buffer): void {
  for (let start = 0; start < blocks.length; start += BLOCK) {
    let carry = 1;
    for (let at = BLOCK - 1; at >= 0; at -= 1) {
      const sum = blocks.readUInt8(start + at) + summand.readUInt8(at) + carry;
      blocks.writeUInt8(sum & 0xff, start + at);
      carry = sum >> 8;
    }
  }
}
