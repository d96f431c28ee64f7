// The company's data: take it along, erase one person, how long things are kept, and leaving.
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { KeptView, LeavingReply } from '../../../../functions/core/contract/lifecycle.ts';
import { useText } from '../../../text/current-text.ts';
import { useRead } from '../lists.tsx';
import type { SectionProps } from '../parts.tsx';
import { dataTexts } from './en-data.ts';
import { ErasePart } from './erase-part.tsx';
import { ExportPart } from './export-part.tsx';
import { LeavePart } from './leave-part.tsx';

export function Section(props: SectionProps): JSX.Element {
  const leaving = useRead<LeavingReply>(props, 'leaving', '/installation/leaving', 'periods');
  return (
    <>
      <ExportPart {...props} />
      <ErasePart {...props} />
      {leaving.value && <Periods periods={leaving.value.periods} />}
      <LeavePart {...props} leaving={leaving} />
    </>
  );
}

function Periods({ periods }: { readonly periods: readonly KeptView[] }): JSX.Element {
  const words = dataTexts.periods;
  const text = useText();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p class="muted">{words.about}</p>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.days}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ what, days }) => (
            <tr key={what}>
              <th scope="row">{words.kept[what] ?? what}</th>
              <td>{text.number(days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
