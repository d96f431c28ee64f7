// Builds functions and widget once, before several test files use them at the same time.
import { buildIfStale } from './builds.ts';

export const setup = buildIfStale;
