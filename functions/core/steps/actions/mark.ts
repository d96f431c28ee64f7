// What tells our texts apart where the other side has no key: a short reference at their end.
import type { EffectContext } from '../../flows/flow-tools.ts';
import type { MarkedWrite } from '../../ports/notices.ts';
import { hashed } from '../../work/links.ts';

/** The same at every try of one step of one run, and at no other. */
export function markedWrite({ effectKey, retried }: EffectContext): MarkedWrite {
  return { mark: `[Tallybridge ${hashed(effectKey).slice(0, 12)}]`, retried };
}
