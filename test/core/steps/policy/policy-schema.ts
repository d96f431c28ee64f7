// The published JSON schema of policies; run by itself it writes the file anew.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { policySchema } from '../../../../functions/core/contract/policy.ts';

export function policyJsonSchema(): object {
  return { title: 'Tallybridge policy', ...z.toJSONSchema(policySchema, { io: 'input' }) };
}

if (import.meta.main) {
  const file = new URL('../../../../functions/core/contract/policy.schema.json', import.meta.url);
  writeFileSync(fileURLToPath(file), `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
}
