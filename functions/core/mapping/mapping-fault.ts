// What a check of a mapping has to say.

/** An `error` keeps a document from being published; a `warning` may fail when it runs; a `note` is lost detail. */
export interface MappingFault {
  readonly severity: 'error' | 'warning' | 'note';
  /** From 1; absent when the document as a whole is meant. */
  readonly rule?: number;
  /** A sentence for people who know money, not code. */
  readonly message: string;
}

export type Say = (severity: MappingFault['severity'], message: string) => void;
