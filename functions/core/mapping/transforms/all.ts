// Every transform that a mapping may use, by its name.
import type { Transform } from '../transform.ts';
import { combineTransforms } from './combine.ts';
import { dateTransforms } from './dates.ts';
import { moneyTransforms } from './money.ts';
import { nameTransforms } from './names.ts';
import { placeTransforms } from './places.ts';
import { reasonTransforms } from './reasons.ts';
import { tableTransforms } from './table.ts';
import { textTransforms } from './text.ts';

export const transforms: readonly Transform[] = [
  ...textTransforms,
  ...combineTransforms,
  ...tableTransforms,
  ...moneyTransforms,
  ...dateTransforms,
  ...placeTransforms,
  ...nameTransforms,
  ...reasonTransforms,
];

const byName = new Map(transforms.map((transform) => [transform.name, transform]));

/** @throws RangeError for a name that no document that was read can have. */
export function transformOf(name: string): Transform {
  const transform = byName.get(name);
  if (transform === undefined) throw new RangeError(`there is no transform ${name}`);
  return transform;
}
