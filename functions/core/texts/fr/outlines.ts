// French: how documents are told, as one file that is loaded for who reads it.
import type { OutlineTexts } from '../outline-texts.ts';
import { documents } from './document-words.ts';
import { flow } from './flow-words.ts';
import { mapping } from './mapping-words.ts';

export const outlines: OutlineTexts = { flow, mapping, documents };
