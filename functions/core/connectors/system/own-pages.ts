// Fetches a page of our own as any browser gets it, with the hash (SRI) of its bytes.
import { createHash } from 'node:crypto';
import { problem } from '../../domain/problem.ts';
import { ok, refused } from '../../domain/result.ts';
import type { Transport } from '../../ports/platform.ts';
import type { OwnPages } from '../../ports/setup.ts';

const TIMEOUT_MS = 10_000;

export function createOwnPages(
  transport: Transport,
  publicUrl: string,
  fieldOrigins: readonly string[],
): OwnPages {
  return {
    publicUrl,
    fieldOrigins,
    async read(url) {
      const request = { method: 'GET', url, headers: {}, timeoutMs: TIMEOUT_MS } as const;
      const outcome = await transport.send(request);
      if (outcome.kind !== 'answered' || outcome.status !== 200) {
        return refused(problem('own-page-unreachable', 'retry', { address: url }));
      }
      const { body, headers } = outcome;
      const integrity = `sha384-${createHash('sha384').update(body).digest('base64')}`;
      return ok({ body, headers, integrity });
    },
  };
}
