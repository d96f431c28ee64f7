// An answer of the gateway, read by path.

export class Answer {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }

  /** The value at `a.b.0.c`, if there is one. */
  at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null
            ? (value as Record<string, unknown>)[key]
            : undefined,
        this.body,
      );
  }

  /** @throws when there is no string there. */
  text(path: string): string {
    const value = this.at(path);
    if (typeof value === 'string') return value;
    throw new Error(`no text at ${path} of ${JSON.stringify(this.body)}`);
  }
}
