// The export of everything: page after page, as a proxy passes them on, into one file.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ExportReply } from '../../../../functions/core/contract/lifecycle.ts';
import { Part, SaveFile } from '../lists.tsx';
import { Action, type SectionProps } from '../parts.tsx';
import { dataTexts } from './en-data.ts';

const words = dataTexts.export;

export function ExportPart(props: SectionProps): JSX.Element {
  const { model, messages } = props;
  const pages = useSignal(0);
  const file = useSignal<string | undefined>(undefined);
  const isStopped = useSignal(false);
  async function start(): Promise<void> {
    const lines: string[] = [];
    file.value = undefined;
    isStopped.value = false;
    for (let after = ''; ; ) {
      const path = `/installation/export?as=json${after}`;
      const reply = await model.ask<ExportReply>('data', 'GET', path, 'page');
      if (reply === undefined || isStopped.peek()) break;
      lines.push(reply.page.lines);
      pages.value = lines.length;
      if (reply.page.next === undefined) {
        file.value = lines.join('');
        break;
      }
      after = `&after=${encodeURIComponent(reply.page.next)}`;
    }
    pages.value = 0;
  }
  const text = file.value;
  return (
    <Part {...props} at="data" title={words.title} about={words.about}>
      {pages.value === 0 ? (
        <Action {...{ model, messages }} at="data" label={words.start} act={() => void start()} />
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            isStopped.value = true;
          }}
        >
          {words.stop}
        </button>
      )}
      <p role="status">
        {pages.value > 0 && words.progress(pages.value)}
        {text !== undefined && words.done(text.split('\n').length - 1)}
      </p>
      {text !== undefined && <SaveFile name="tallybridge-export.jsonl" text={text} />}
    </Part>
  );
}
