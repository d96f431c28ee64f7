// Does Zoho still take the sign-in of whoever has connected the company?
import { ok } from '../../domain/result.ts';
import type { Check } from './check.ts';

const ENDED = 'zoho-sign-in-needed';

export const checkSignIn: Check = {
  name: 'sign-in',
  appliesTo: () => true,
  /** By a call, as a token that is kept outlives what it was made of. */
  async examine({ organizationsOf }) {
    const answered = await organizationsOf('books');
    if (!answered.ok && answered.problem.code === ENDED) {
      return ok([{ subject: 'zoho', problem: answered.problem }]);
    }
    // What else Zoho says no to is another check's.
    const isSilent = !answered.ok && answered.problem.remedy !== 'fix-setup';
    return isSilent ? answered : ok([]);
  },
};
