// The order of the test files: those that take longest first, so that no core waits for the last of them.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes half a minute and more; how long a file took is not known on a fresh clone. */
const longest: readonly string[] = [
  'test/story/movements.test.ts',
  'test/widget/browser/widths.test.ts',
  'test/widget/browser/card-page.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      return place === -1 ? longest.length : place;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
