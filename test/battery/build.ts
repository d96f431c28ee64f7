// Builds the functions once, before several test files copy them at the same time.
import { buildIfStale } from '../sandbox/setup/builds.ts';

export const setup = buildIfStale;
