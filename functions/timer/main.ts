// The timer function: each minute, finds what was missed and wakes the worker.
import { composeTimer } from '../core/compose/timer.ts';

export default composeTimer();
