// What sets one kind of document apart from the others: how it is read, judged, told and compared.
import type { FaultView } from '../../contract/documents.ts';
import type { Surroundings } from './surroundings.ts';

/** Bodies may be of any shape: a draft is kept as its editor left it. Nothing here throws. */
export interface DocumentType {
  /** As people call it: `flow`. */
  readonly word: string;
  /** The body's field that holds its id. */
  readonly idField: 'id' | 'name';
  /** What is wrong or worth knowing; an `error` keeps it from being published. */
  faults(body: object, around: Surroundings): readonly FaultView[];
  /** A short text for people; empty when the body can't be read. */
  outline(body: object, around: Surroundings): readonly string[];
  /** A line a change; undefined when one of the two can't be read. */
  diff(before: object, after: object, around: Surroundings): readonly string[] | undefined;
  /** The body as it is published: what it refers to is kept as it is now. */
  pin(body: object, around: Surroundings): object;
  /** The body without what differs from one installation to the next: versions. */
  content(body: object): object;
  /** What it needs beside itself. */
  references(body: object): readonly Reference[];
}

export interface Reference {
  readonly kind: 'action' | 'flow' | 'mapping' | 'table' | 'channel';
  readonly name: string;
  /** Of a channel: its kind in the settings. */
  readonly of?: string;
}
