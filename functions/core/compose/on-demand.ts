// A side of a company that most function instances never ask: its connector is opened at the first call.
import { keptLoad } from './kept-load.ts';

type Methods<T> = { readonly [K in keyof T]: (...args: never[]) => Promise<unknown> };

/**
 * @param open rejects when the connector's file can't be read; the next call tries again.
 * @param names all methods of the port.
 */
export function onDemand<T extends Methods<T>>(
  open: () => Promise<T>,
  names: Readonly<Record<keyof T, true>>,
): T {
  const opened = keptLoad(open);
  const call =
    (name: keyof T) =>
    async (...args: never[]) =>
      (await opened())[name](...args);
  const methods = (Object.keys(names) as (keyof T)[]).map((name) => [name, call(name)]);
  return Object.fromEntries(methods) as T;
}
