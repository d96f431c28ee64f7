// The published JSON schema of mapping documents; run by itself it writes the file anew.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { mappingSchema, stepSchema } from '../../../functions/core/mapping/document.ts';

export function mappingJsonSchema(): object {
  const names = z.registry<{ id: string }>();
  names.add(stepSchema, { id: 'step' });
  // What people write, not what reading makes of it: parameters with a default may be left out.
  return {
    title: 'Tallybridge mapping',
    ...z.toJSONSchema(mappingSchema, { io: 'input', metadata: names }),
  };
}

if (import.meta.main) {
  const file = new URL('../../../functions/core/mapping/mapping.schema.json', import.meta.url);
  writeFileSync(fileURLToPath(file), `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`);
}
