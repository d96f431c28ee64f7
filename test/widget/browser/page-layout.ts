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
      // What a closed part holds has a box all the same.
      const isShown = element.checkVisibility() && !element.closest('.visually-hidden');
      return box.width > 2 && box.height > 2 && isShown;
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
    // Once for each, not for each pair.
    const boxes = new Map(texts.map((element) => [element, [...element.getClientRects()]]));
    texts.forEach((element, index) => {
      for (const other of texts.slice(index + 1)) {
        const [mine = [], its = []] = [boxes.get(element), boxes.get(other)];
        if (!mine.some((box) => its.some((one) => lies(box, one)))) continue;
        if (!element.contains(other) && !other.contains(element)) {
          faults.push(`one on the other: ${name(element)} / ${name(other)}`);
        }
      }
    });
    return faults;
  });
}

/** WCAG 2.5.8, in CSS pixels. */
const TARGET_MIN = 24;

/** Buttons and fields that are too small for a finger, or that something else lies on; each is scrolled to first. */
export function unpressable(widget: Frame): Promise<readonly string[]> {
  return widget.evaluate((least) => {
    const controls = 'button, summary, input, select, textarea, a.button';
    const found = [...document.querySelectorAll<HTMLElement>(controls)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    const faults = found.flatMap((element) => {
      element.scrollIntoView({ block: 'center' });
      // The label of a box or a radio button is pressed as well.
      const pressed = element.closest('label') ?? element;
      const { left, top, width, height } = pressed.getBoundingClientRect();
      const name = `${element.tagName} ${(pressed.textContent || element.id).trim().slice(0, 40)}`;
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const isCovered = hit === null || !(pressed.contains(hit) || hit.contains(pressed));
      return [
        ...(width < least || height < least ? [`too small: ${name}`] : []),
        ...(isCovered ? [`covered: ${name}`] : []),
      ];
    });
    scrollTo(0, 0);
    return faults;
  }, TARGET_MIN);
}
