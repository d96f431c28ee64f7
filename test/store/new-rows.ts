// Rows for the store's tests: complete, and each with keys of its own.
import type { NewRow } from '../../functions/core/store/schema.ts';

let nextKey = 0;

/** Differs at every call. */
export function freshName(prefix: string): string {
  nextKey += 1;
  return `${prefix}-${nextKey}`;
}

export function link(change: Partial<NewRow<'Links'>> = {}): NewRow<'Links'> {
  return {
    link_key: freshName('t1|link'),
    installation: 't1',
    kind: 'customer',
    ...change,
  };
}

export function event(change: Partial<NewRow<'Inbox'>> = {}): NewRow<'Inbox'> {
  const key = freshName('t1|event');
  return {
    event_key: key,
    installation: 't1',
    source: 'cybersource',
    event_type: 'payments.payments.accept',
    state: 'received',
    ...change,
  };
}

export function run(change: Partial<NewRow<'Runs'>> = {}): NewRow<'Runs'> {
  const key = freshName('t1|run');
  return {
    run_key: key,
    lane: 't1|lane',
    lane_lock: key,
    installation: 't1',
    flow: 'order-to-cash',
    state: 'ready',
    ...change,
  };
}
