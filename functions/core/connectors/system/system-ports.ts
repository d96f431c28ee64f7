// The machine itself: its clock, its randomness, and a log of JSON lines.
import { randomBytes } from 'node:crypto';
import type { Clock, Log, LogFields, Random } from '../../ports/platform.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

/** One JSON line per message with the allowed fields only; Catalyst cuts lines at 1,500 characters. */
export const jsonLog: Log = {
  info: (message, fields) => write('info', message, fields),
  warn: (message, fields) => write('warn', message, fields),
  error: (message, fields) => write('error', message, fields),
};

const SHOWN: readonly (keyof LogFields)[] = [
  'installation',
  'event',
  'run',
  'payment',
  'movement',
  'code',
  'operation',
  'status',
  'durationMs',
  'count',
];

function write(level: string, message: string, fields: LogFields = {}): void {
  const shown = Object.fromEntries(SHOWN.map((name) => [name, fields[name]]));
  process.stdout.write(`${JSON.stringify({ level, message, ...shown }).slice(0, 1_400)}\n`);
}
