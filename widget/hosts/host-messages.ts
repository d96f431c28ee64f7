// Lets nobody but the host page speak to the vendor's SDK: the SDKs themselves take messages from any window.

/**
 * Stops messages of other windows before any listener hears them: those that don't come from a frame around ours, and those that come
 * from another origin than the one that Zoho names in the frame's address. To be called before the SDK's script has run.
 */
export function onlyFromHost(frame: Window): void {
  const host = hostOrigin(frame);
  const refuse = (event: MessageEvent) => {
    const isHost = isAround(frame, event.source) && (host === undefined || event.origin === host);
    // Libraries post to their own window to come back soon.
    if (!isHost && event.source !== frame) event.stopImmediatePropagation();
  };
  frame.addEventListener('message', refuse, { capture: true });
}

/** `serviceOrigin` of the address; else what the browser says of the frame around ours. Undefined when neither is there. */
function hostOrigin({ location }: Window): string | undefined {
  const named = new URLSearchParams(location.search).get('serviceOrigin') ?? '';
  if (URL.canParse(named)) return new URL(named).origin;
  // Not in every browser.
  const { ancestorOrigins } = location as { readonly ancestorOrigins?: DOMStringList };
  return ancestorOrigins?.[0];
}

function isAround(frame: Window, source: MessageEventSource | null): boolean {
  for (let inner = frame; inner !== inner.parent; inner = inner.parent) {
    if (inner.parent === source) return true;
  }
  return false;
}
