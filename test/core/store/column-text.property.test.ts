// Texts come back from a column as they went in, whatever they hold, and cut labels always fit.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeText, fitText, unescapeText } from '../../../functions/core/store/column-text.ts';

/** Any code units, lone surrogates and near misses of our escape included. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\\', 'u{', '\\u{', '}', '\\u{5C}', '\\u{1F600}', '😀', '\ud83d', '\ude00'),
    ),
  )
  .map((parts) => parts.join(''));

it('gives back every text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unescapeText(escapeText(text))).toBe(text);
    }),
  );
});

it('stores no character that takes four bytes, and no half of one', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(escapeText(text)).not.toMatch(/[\ud800-\udfff]/);
    }),
  );
});

it('cuts to what fits, keeps the beginning, and leaves alone what fits already', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, length) => {
      const cut = fitText(text, length);
      expect(escapeText(cut).length).toBeLessThanOrEqual(length);
      if (escapeText(text).length <= length) expect(cut).toBe(text);
      else expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});
