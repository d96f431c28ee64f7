// The gateway’s reasons as the views read them.
import { enReasons } from '../../functions/core/contract/reasons/en.ts';
import { spoken } from './spoken.ts';

export const reasonTexts = spoken('reasons', enReasons);
