// Calls counted by time: buckets of equal length, written as a text that fits into a conditional update.

/** How calls are counted: the length of a bucket, how long it counts after its end, digits per bucket, buckets at most. */
export interface UsageKind {
  readonly bucketMs: number;
  readonly countsMs: number;
  readonly digits: number;
  readonly bucketsMax: number;
}

/** Calls by bucket number (epoch ms / bucket length). Buckets may lie ahead: calls that are reserved. */
export type Usage = ReadonlyMap<number, number>;

/** A rolling minute, and a second for calls that are on their way; with room for clocks that do not agree. */
export const minuteUsage: UsageKind = {
  bucketMs: 400,
  countsMs: 61_000,
  digits: 1,
  bucketsMax: 240,
};
/** A rolling day. */
export const dayUsage: UsageKind = {
  bucketMs: 3_600_000,
  countsMs: 86_400_000,
  digits: 5,
  bucketsMax: 45,
};

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function bucketMax(kind: UsageKind): number {
  return DIGITS.length ** kind.digits - 1;
}

export function bucketOf(kind: UsageKind, atMs: number): number {
  return Math.floor(atMs / kind.bucketMs);
}

/** When a bucket's calls no longer count, in epoch ms. */
export function endsAt(kind: UsageKind, bucket: number): number {
  return (bucket + 1) * kind.bucketMs + kind.countsMs;
}

/** The calls that still count. */
export function current(kind: UsageKind, usage: Usage, nowMs: number): Usage {
  return new Map([...usage].filter(([bucket, calls]) => calls > 0 && endsAt(kind, bucket) > nowMs));
}

export function total(usage: Usage): number {
  return [...usage.values()].reduce((sum, calls) => sum + calls, 0);
}

/** Adds calls; what a full bucket does not hold goes into the next, which counts for longer. */
export function withCalls(kind: UsageKind, usage: Usage, bucket: number, calls: number): Usage {
  const next = new Map(usage);
  let left = calls;
  for (let at = bucket; left > 0; at += 1) {
    const before = next.get(at) ?? 0;
    const added = Math.min(left, bucketMax(kind) - before);
    next.set(at, before + added);
    left -= added;
  }
  return next;
}

/** Takes reserved calls back. */
export function withoutCalls(usage: Usage, bucket: number, calls: number): Usage {
  return new Map(usage).set(bucket, Math.max(0, (usage.get(bucket) ?? 0) - calls));
}

/** `<first bucket>:<digits of each bucket from there>`, in base 62; `0:` for no calls. */
export function writeUsage(kind: UsageKind, usage: Usage): string {
  const buckets = [...usage].filter(([, calls]) => calls > 0).map(([bucket]) => bucket);
  if (buckets.length === 0) return '0:';
  const last = Math.max(...buckets);
  const first = Math.max(Math.min(...buckets), last - kind.bucketsMax + 1);
  // What lies too far back, by a clock that is far ahead, counts for longer.
  let kept: Usage = new Map([...usage].filter(([bucket]) => bucket >= first));
  for (const bucket of buckets.filter((one) => one < first)) {
    kept = withCalls(kind, kept, first, usage.get(bucket) ?? 0);
  }
  const counts = Array.from({ length: last - first + 1 }, (_, index) =>
    encode(kept.get(first + index) ?? 0, kind.digits),
  );
  return `${encode(first, 1)}:${counts.join('')}`;
}

export function readUsage(kind: UsageKind, text = '0:'): Usage {
  const [start = '0', counts = ''] = text.split(':');
  const first = decode(start);
  const usage = new Map<number, number>();
  for (let index = 0; index * kind.digits < counts.length; index += 1) {
    const calls = decode(counts.slice(index * kind.digits, (index + 1) * kind.digits));
    if (calls > 0) usage.set(first + index, calls);
  }
  return usage;
}

function encode(value: number, digits: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / DIGITS.length)) {
    text = `${DIGITS[rest % DIGITS.length] ?? ''}${text}`;
  }
  return text.padStart(digits, '0');
}

function decode(text: string): number {
  return [...text].reduce((value, digit) => value * DIGITS.length + DIGITS.indexOf(digit), 0);
}
