// The fraud check in words: the score, what it means, what it rests on.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import type { Tone } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { type RiskBand, riskBand } from './risk-band.ts';

type Fraud = NonNullable<PaymentView['fraud']>;

const bandTones: Readonly<Record<RiskBand, Tone>> = { low: 'good', medium: 'waiting', high: 'bad' };

export function FraudSection({ fraud }: { readonly fraud: Fraud }): JSX.Element {
  const { messages } = useText();
  const { factorCodes, rules, profile } = fraud;
  return (
    <section class="ruled" aria-labelledby="fraud-title">
      <h2 id="fraud-title">{messages.fraud.title}</h2>
      <Score score={fraud.score} />
      {factorCodes.length > 0 && (
        <ul class="plain">
          {factorCodes.map((code) => (
            <li key={code}>{messages.fraud.factors[code] ?? messages.fraud.unknownFactor(code)}</li>
          ))}
        </ul>
      )}
      {(profile !== undefined || rules.length > 0) && (
        <ul class="plain muted">
          {profile !== undefined && <li>{messages.fraud.profile(profile)}</li>}
          {rules.map(({ name, decision }) => (
            <li key={name}>
              {messages.fraud.rule(name, messages.fraud.decisions[decision] ?? decision)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Score({ score }: { readonly score: number | undefined }): JSX.Element {
  const text = useText();
  const { fraud } = text.messages;
  if (score === undefined) return <p>{fraud.noScore}</p>;
  const band = riskBand(score);
  return (
    <>
      <p class="score">
        <b class={`toned tone-${bandTones[band]}`}>{fraud.bands[band].label}</b>
        <span>{fraud.score(text.number(score))}</span>
      </p>
      <div class="gauge" aria-hidden="true">
        <i class={`tone-${bandTones[band]}`} style={{ left: `${score}%` }} />
      </div>
      <p>{fraud.bands[band].meaning}</p>
    </>
  );
}
