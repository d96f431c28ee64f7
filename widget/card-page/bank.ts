// The payer's bank on our page: it looks at the device unseen, and asks the payer in a frame when it wants to.

/** Banks may take ten seconds to look at a device; afterwards the question goes out without it (docs "Device data collection"). */
const DEVICE_MS = 10_000;

export interface Handed {
  readonly url: string;
  readonly token: string;
}

/** @param base address of the page, without its fragment. */
export async function lookAtDevice(base: string, handed: Handed): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  try {
    await Promise.race([
      through(base, frame, document.body, handed, 'collected'),
      new Promise((resolve) => setTimeout(resolve, DEVICE_MS)),
    ]);
  } finally {
    frame.remove();
  }
}

/** Resolves once the bank's page has come back. */
export function askPayer(
  base: string,
  place: HTMLElement,
  title: string,
  handed: Handed,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.className = 'bank';
  return through(base, frame, place, handed, 'returned');
}

/** What a browser tells of itself. */
export function browserFacts() {
  return {
    language: navigator.language,
    colorDepth: screen.colorDepth,
    screenHeight: screen.height,
    screenWidth: screen.width,
    timeDifferenceMinutes: new Date().getTimezoneOffset(),
    userAgent: navigator.userAgent,
  };
}

function through(
  base: string,
  frame: HTMLIFrameElement,
  place: HTMLElement,
  handed: Handed,
  end: 'collected' | 'returned',
): Promise<void> {
  return new Promise((resolve) => {
    const listen = ({ origin, data }: MessageEvent<{ bank?: string }>) => {
      if (origin !== location.origin) return;
      if (data.bank === 'ready') frame.contentWindow?.postMessage(handed, location.origin);
      if (data.bank !== end) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
    frame.src = `${base}/bank`;
    place.append(frame);
    if (!frame.hidden) frame.scrollIntoView({ block: 'center' });
  });
}
