// The panel's button: shapes of POST /flows/start.
import * as z from 'zod/mini';

/** `intentId` is a ULID made once per press: a double click starts one run. */
export const flowStartRequest = z.object({
  intentId: z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  flow: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
  /** `installation|merchant id|gateway id`. */
  paymentKey: z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/)),
});
export type FlowStartRequest = z.infer<typeof flowStartRequest>;

/** `known`: this press has started it before. */
export interface FlowStartReply {
  readonly state: 'started' | 'known';
}
