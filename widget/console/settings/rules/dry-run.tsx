// What the rules would have said of the last month: a sentence, a bar with a table behind it, and refund by refund.
import type { JSX } from 'preact';
import type { DryRunLine, DryRunReply } from '../../../../functions/core/contract/policy.ts';
import { Badge } from '../../../parts/badge.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { useText } from '../../../text/current-text.ts';
import { rulesTexts as words } from './en-rules.ts';

const tones: Readonly<Record<DryRunLine['outcome'], Tone>> = {
  allowed: 'good',
  'needs-approval': 'waiting',
  forbidden: 'bad',
};
const outcomes = Object.keys(tones) as DryRunLine['outcome'][];

export function DryRun({ tried }: { readonly tried: DryRunReply }): JSX.Element {
  const { dryRun } = words;
  const { allowed, needsApproval, forbidden, elsewhere } = tried.counts;
  const counts = { allowed, 'needs-approval': needsApproval, forbidden };
  const all = allowed + needsApproval + forbidden;
  const sum = all === 0 ? dryRun.none : dryRun.sum(all, needsApproval, forbidden);
  return (
    <div class="dry-run">
      <h3>{dryRun.title}</h3>
      <p>{sum}</p>
      {elsewhere > 0 && <p class="muted">{dryRun.elsewhere(elsewhere)}</p>}
      {tried.isPartial && <p class="muted">{dryRun.partial}</p>}
      {all > 0 && (
        <>
          <div class="bar" role="img" aria-label={sum}>
            {outcomes
              .filter((one) => counts[one] > 0)
              .map((one) => (
                <i key={one} class={`tone-${tones[one]}`} style={{ flexGrow: counts[one] }} />
              ))}
          </div>
          <details>
            <summary>{dryRun.table}</summary>
            <Figures counts={counts} />
          </details>
          <details>
            <summary>{dryRun.list}</summary>
            <ul class="rows ruled-rows">
              {tried.movements.map((line) => (
                <Line key={line.intentId} line={line} />
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}

interface FiguresProps {
  readonly counts: Readonly<Record<DryRunLine['outcome'], number>>;
}

function Figures({ counts }: FiguresProps): JSX.Element {
  const text = useText();
  const { dryRun } = words;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{dryRun.outcome}</th>
          <th scope="col">{dryRun.count}</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map((one) => (
          <tr key={one}>
            <th scope="row">{dryRun.outcomes[one]}</th>
            <td>{text.number(counts[one])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: DryRunLine }): JSX.Element {
  const text = useText();
  const { amount, actorName, at, outcome, verdict } = line;
  return (
    <li>
      <b>{words.dryRun.line(text.money(amount), actorName, text.dateTime(at))}</b>
      <Badge tone={tones[outcome]} label={words.dryRun.outcomes[outcome]} />
      {verdict && <span class="small muted">{text.problem(verdict).sentence}</span>}
    </li>
  );
}
