// Products that tell the fields of their records: what tests have put there, and nothing else.
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import {
  type FieldProduct,
  type FieldSources,
  fieldProducts,
} from '../../../functions/core/ports/fields.ts';

/** @param calls told of every asking, as `readFields <product> <object>`. */
export function createFakeFields(calls: string[]) {
  /** The product's answer by `product|object`; `undefined` is a product that does not answer. */
  const answers = new Map<string, unknown>();
  const source = (product: FieldProduct) => ({
    get objects() {
      return [...answers.keys()].flatMap((key) => {
        const [of, object = ''] = key.split('|');
        return of === product ? [object] : [];
      });
    },
    async readFields(object: string) {
      calls.push(`readFields ${product} ${object}`);
      const answer = answers.get(`${product}|${object}`);
      return answer === undefined
        ? refused(problem('zoho-unavailable', 'retry', { product: 'Zoho Books' }))
        : ok(answer);
    },
  });
  const sources: FieldSources = Object.fromEntries(
    fieldProducts.map((product) => [product, source(product)]),
  );
  return { answers, sources };
}
