// Reads light or dark from the theme variables that Zoho's finance SDK puts on the root element.
import type { Theme } from './host.ts';

/**
 * The names of the `--zf-*` variables are not published, so the first background colour among them is taken
 * as a hint; without one the system's setting decides.
 */
export function themeOfVariables(style: CSSStyleDeclaration): Theme {
  const name = Array.from(style).find((one) => /^--zf-.*(bg|background)/i.test(one));
  const color = name === undefined ? '' : style.getPropertyValue(name);
  const channels = color.includes('#')
    ? color.match(/[\da-f]{2}/gi)?.map((pair) => Number.parseInt(pair, 16))
    : color.match(/\d+/g)?.map(Number);
  if (channels === undefined) return 'auto';
  const brightest = Math.max(...channels.slice(0, 3));
  return brightest < 128 ? 'dark' : 'light';
}
