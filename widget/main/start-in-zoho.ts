// The order in a page inside Zoho: first our guard over messages, then the vendor's SDK, then the page itself.
import { onlyFromHost } from '../hosts/host-messages.ts';

/** The page names our script before the SDK's; both have run when the document is whole. */
export function startInZoho(frame: Window, start: () => void): void {
  onlyFromHost(frame);
  frame.document.addEventListener('DOMContentLoaded', start, { once: true });
}
