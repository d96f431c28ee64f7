// The machine's own cryptography works on another thread: the worlds' time stands still meanwhile, or no run would repeat.
import { hold } from '../scheduler.ts';

const { subtle } = globalThis.crypto;
const [verify, importKey] = [subtle.verify.bind(subtle), subtle.importKey.bind(subtle)];

/** Once a thread, before anything is verified. */
export function holdCrypto(): void {
  subtle.verify = (...given: Parameters<typeof verify>) => hold(verify(...given));
  subtle.importKey = ((...given: Parameters<typeof importKey>) =>
    hold(importKey(...given))) as typeof importKey;
}
