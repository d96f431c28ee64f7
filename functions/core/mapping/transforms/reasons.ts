// The transform that makes one readable text of one or several reason codes.
import * as z from 'zod/mini';
import { reasonWords } from '../reason-words.ts';
import { declareTransform, given, missing, type Transform, wrongType } from '../transform.ts';
import { shown } from '../value.ts';
import { severalShape, textsOf } from './combine.ts';

const reasons = declareTransform(
  () => ({ separator: z._default(z.string().check(z.minLength(1), z.maxLength(10)), '; ') }),
  {
    name: 'reasons',
    sentence: 'Makes one readable text of reason codes: of gateway, fraud check and dispute.',
    words: () => 'in words',
    shape: severalShape,
    loses: () => 'the bare codes',
    apply: (value, p, { words: language }) => {
      const texts = value === undefined ? [] : textsOf(value);
      if (texts === undefined) return wrongType(`${shown(value ?? '')} holds more than codes`);
      const told = language?.reason ?? ((code: string) => reasonWords(code));
      const words = new Set(texts.map((text) => told(text.trim())));
      if (words.size === 0) return missing;
      const text = [...words].join(p.separator);
      return given(text.charAt(0).toUpperCase() + text.slice(1));
    },
  },
);

export const reasonTransforms: readonly Transform[] = [reasons];
