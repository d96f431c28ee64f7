// Looks at boxes: is every text inside the page and its own box, and does none lie on another?
import type { Frame } from 'playwright-core';

/** What is wrong, as "what: which text"; empty when all is in its place. Deterministic: no pixels are compared. */
export function layoutFaults(widget: Frame): Promise<readonly string[]> {
  return widget.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const name = (element: Element) => (element.textContent ?? '').trim().slice(0, 40);
    const isSeen = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 2 && box.height > 2 && !element.closest('.visually-hidden');
    };
    const texts = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        isSeen(element) &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    if (document.documentElement.scrollWidth > width) faults.push('the page scrolls sideways');
    for (const element of texts) {
      const box = element.getBoundingClientRect();
      if (box.left < -1 || box.right > width + 1) faults.push(`outside: ${name(element)}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        faults.push(`clipped: ${name(element)}`);
      }
    }
    const lies = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
    texts.forEach((element, index) => {
      for (const other of texts.slice(index + 1)) {
        if (element.contains(other) || other.contains(element)) continue;
        const [mine, its] = [[...element.getClientRects()], [...other.getClientRects()]];
        if (mine.some((box) => its.some((one) => lies(box, one)))) {
          faults.push(`one on the other: ${name(element)} / ${name(other)}`);
        }
      }
    });
    return faults;
  });
}
