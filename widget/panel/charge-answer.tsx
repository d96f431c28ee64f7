// What became of a request: the link, shown this once with ways to hand it over, or how the saved card's charge ended.
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ChargeReply } from '../../functions/core/contract/charges.ts';
import { Badge } from '../parts/badge.tsx';
import { useText } from '../text/current-text.ts';
import { chargeTexts } from '../text/en-charges.ts';
import type { ChargeFormModel } from './charge-form-model.ts';
import { chargeStateText } from './charge-list.tsx';
import { ProblemText } from './problem-text.tsx';

const { link: words } = chargeTexts;

/** A link that looks like the buttons beside it. */
const PLAIN = { color: 'inherit', textDecoration: 'none' };

export interface ChargeAnswerProps {
  readonly form: ChargeFormModel;
  readonly reply: ChargeReply;
  readonly sendsMail: boolean;
}

export function ChargeAnswer({ form, reply, sendsMail }: ChargeAnswerProps): JSX.Element {
  const { charge, link, mailProblem } = reply;
  return (
    <div class="confirm" role="status">
      {charge.by === 'link' && link === undefined && <p>{words.lost}</p>}
      {link !== undefined && <Link link={link} />}
      {sendsMail && link !== undefined && mailProblem === undefined && <p>{words.mailed}</p>}
      {mailProblem && <ProblemText problem={mailProblem} lead={words.notMailed} />}
      {charge.by !== 'link' && <Charged charge={charge} />}
      <button type="button" class="button quiet wide" onClick={form.close}>
        {words.done}
      </button>
    </div>
  );
}

function Charged({ charge }: Pick<ChargeReply, 'charge'>): JSX.Element {
  const text = useText();
  const { state, problem } = charge;
  const isBad = state === 'declined' || state === 'failed';
  const tone = state === 'paid' ? 'good' : isBad ? 'bad' : 'waiting';
  return (
    <>
      <p class="card-line">
        <b>{text.money(charge.amount)}</b>
        <Badge tone={tone} label={chargeStateText(charge)} />
      </p>
      {problem && <ProblemText problem={problem} />}
    </>
  );
}

function Link({ link }: { readonly link: string }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');

  /** A host's frame may deny the clipboard: then the address is marked for copying by hand. */
  async function copy(): Promise<void> {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setTold(words.copied);
    } catch {
      setTold(words.byHand);
    }
  }

  return (
    <>
      <h3>{words.title}</h3>
      <p>{words.once}</p>
      <div class="field">
        <label for="charge-link">{words.label}</label>
        <input
          id="charge-link"
          readOnly
          value={link}
          ref={field}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p class="buttons">
        <button type="button" class="button primary" ref={focusOnce} onClick={() => void copy()}>
          {words.copy}
        </button>
        <a class="button" style={PLAIN} href={link} target="_blank" rel="noopener noreferrer">
          {words.open}
        </a>
      </p>
      <p class="small" role="status">
        {told}
      </p>
    </>
  );
}

/** The pressed button went away: what took its place is where to go on. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
