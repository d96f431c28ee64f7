// The fraud check in words: the score, what it means, what it rests on.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import type { Tone } from '../parts/tone.ts';
import { useText } from '../text/current-text.ts';
import { storyTexts } from '../text/en-story.ts';
import { type RiskBand, riskBand } from './risk-band.ts';

const { fraud: words } = storyTexts;

type Fraud = NonNullable<PaymentView['fraud']>;

const bandTones: Readonly<Record<RiskBand, Tone>> = { low: 'good', medium: 'waiting', high: 'bad' };

export function FraudSection({ fraud }: { readonly fraud: Fraud }): JSX.Element {
  const { factorCodes, rules, profile } = fraud;
  return (
    <section class="ruled" aria-labelledby="fraud-title">
      <h2 id="fraud-title">{words.title}</h2>
      <Score score={fraud.score} />
      {factorCodes.length > 0 && (
        <ul class="plain">
          {factorCodes.map((code) => (
            <li key={code}>{words.factors[code] ?? words.unknownFactor(code)}</li>
          ))}
        </ul>
      )}
      {(profile !== undefined || rules.length > 0) && (
        <ul class="plain muted">
          {profile !== undefined && <li>{words.profile(profile)}</li>}
          {rules.map(({ name, decision }) => (
            <li key={name}>{words.rule(name, words.decisions[decision] ?? decision)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Score({ score }: { readonly score: number | undefined }): JSX.Element {
  const text = useText();
  if (score === undefined) return <p>{words.noScore}</p>;
  const band = riskBand(score);
  return (
    <>
      <p class="score">
        <b class={`toned tone-${bandTones[band]}`}>{words.bands[band].label}</b>
        <span>{words.score(text.number(score))}</span>
      </p>
      <div class="gauge" aria-hidden="true">
        <i class={`tone-${bandTones[band]}`} style={{ left: `${score}%` }} />
      </div>
      <p>{words.bands[band].meaning}</p>
    </>
  );
}
