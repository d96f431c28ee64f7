// The baseline of acknowledgements, a process of its own: node:http and node:sqlite, one unique row per event, 200.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import type { Subscription } from './webhook.ts';

export interface BareInboxInput {
  readonly file: string;
  readonly subscription: Subscription;
}

if (import.meta.main) serve(JSON.parse(process.argv[2] ?? '') as BareInboxInput);

function serve({ file, subscription }: BareInboxInput): void {
  const db = new DatabaseSync(file);
  // As durable as the Catalyst stand-in's database.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  db.exec('CREATE TABLE inbox (event_key TEXT UNIQUE, body TEXT, received_at INTEGER)');
  const insert = db.prepare('INSERT OR IGNORE INTO inbox VALUES (?, ?, ?)');
  const secret = Buffer.from(subscription.key, 'base64');
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then((body) => {
      if (!isGenuine(incoming.headers['v-c-signature'], body, secret)) {
        outgoing.writeHead(401).end();
        return;
      }
      insert.run(eventKey(body), body, Date.now());
      outgoing.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ url: `http://127.0.0.1:${port}/` });
  });
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function isGenuine(header: unknown, body: string, secret: Buffer): boolean {
  const [, time, signature] = /^t=(\d+);keyId=[^;]+;sig=(.+)$/.exec(String(header)) ?? [];
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function eventKey(body: string): string {
  const { eventType, payload } = JSON.parse(body) as { eventType: string; payload: object };
  return createHash('sha256')
    .update(eventType + JSON.stringify(payload))
    .digest('hex');
}
