// Applies a mapping whose conversions need rates that must be fetched first.
import type { Result } from '../domain/result.ts';
import { applyMapping, type Mapped } from './apply-mapping.ts';
import type { MappingContext } from './context.ts';
import type { MappingDocument } from './document.ts';
import type { Sources } from './path.ts';
import type { RateAsk } from './transform.ts';

/** Where rates come from: the books' own, or what the gateway used. */
export interface ExchangeRates {
  /** Units of `to` for one of `from` as exact decimal text; undefined where none is known for that day. */
  readRate(ask: RateAsk): Promise<Result<string | undefined>>;
}

/** One conversion may hang on another's result, so asks may come in rounds. */
const ROUNDS_MAX = 4;

/** A problem is the port's own (the books didn't answer); a rate that isn't there is the mapping's. */
export async function mapWithRates(
  document: MappingDocument,
  sources: Sources,
  context: MappingContext,
  rates: ExchangeRates,
): Promise<Result<Mapped>> {
  const known = new Map<string, string | undefined>();
  for (let round = 1; ; round += 1) {
    const asked = new Map<string, RateAsk>();
    const rate = (ask: RateAsk) => {
      const key = `${ask.source}|${ask.from}|${ask.to}|${ask.date}`;
      if (!known.has(key)) asked.set(key, ask);
      return known.get(key);
    };
    const mapped = applyMapping(document, sources, { ...context, rate });
    if (asked.size === 0 || round === ROUNDS_MAX) return { ok: true, value: mapped };
    for (const [key, ask] of asked) {
      const read = await rates.readRate(ask);
      if (!read.ok) return read;
      known.set(key, read.value);
    }
  }
}
