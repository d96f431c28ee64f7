// A request as the two ways of signing see it.

export interface SignedRequest {
  /** Upper case. */
  readonly method: string;
  /** Path with query, exactly as on the wire. */
  readonly target: string;
  readonly body: Uint8Array;
  /** POST, PUT or PATCH: the body must be covered by a digest. */
  readonly hasBody: boolean;
  /** Host names a client may have signed: the gateway's name and the socket's. */
  readonly hosts: readonly string[];
  /** Times that count as now: real time and the sandbox clock, as clients may live by either. */
  readonly nowMs: readonly number[];
  header(name: string): string | undefined;
}
