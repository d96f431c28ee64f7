// What the parts of the settings page show of lists: read when first shown, with a word for nothing, and files to take along.
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { sectionTexts } from './en-sections.ts';
import { Action, type SectionProps, TroubleAt } from './parts.tsx';
import type { Place } from './setup-model.ts';

/** Something that a part reads once when it is first shown, and again when asked to. */
export interface Read<T> {
  readonly value: T | undefined;
  readonly isReading: boolean;
  set(value: T): void;
  again(): Promise<void>;
}

/** @param mark see `callApi`. */
export function useRead<T>(
  { model }: SectionProps,
  at: Place,
  path: string,
  mark: string,
): Read<T> {
  const held = useSignal<T | undefined>(undefined);
  const isReading = useSignal(true);
  const again = async () => {
    isReading.value = true;
    const reply = await model.readAside<T>(at, path, mark);
    isReading.value = false;
    if (reply !== undefined) held.value = reply;
  };
  useEffect(() => void again(), []);
  return {
    value: held.value,
    isReading: isReading.value,
    set: (value) => {
      held.value = value;
    },
    again,
  };
}

interface PartProps extends SectionProps {
  readonly at: Place;
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
  /** Reads anew; absent where there is nothing to read. */
  readonly reload?: () => Promise<void>;
  /** Nothing has come yet. */
  readonly isEmpty?: boolean;
  readonly isReading?: boolean;
}

/** One part with its heading, what was refused in it, and a sign of life while it takes longer than a second. */
export function Part(props: PartProps): JSX.Element {
  const { model, messages, at, title, about, children, reload, isEmpty, isReading } = props;
  const id = useId();
  const isBusy = isReading || model.busy.value === at;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="muted">{about}</p>
      <Late isBusy={isBusy} />
      <TroubleAt model={model} at={at} />
      {!isEmpty && children}
      {isEmpty && !isBusy && reload && (
        <Action
          {...{ model, messages, at }}
          label={sectionTexts.reload}
          act={() => void reload()}
        />
      )}
    </section>
  );
}

/** Seen after a second. */
function Late({ isBusy }: { readonly isBusy: boolean }): JSX.Element {
  return (
    <div class="late" role="status">
      {isBusy && (
        <>
          <progress aria-label={sectionTexts.reading} />
          <span class="small muted">{sectionTexts.reading}</span>
        </>
      )}
    </div>
  );
}

/** A text as a file; the address lasts as long as the page. */
export function SaveFile({ name, text }: { readonly name: string; readonly text: string }) {
  const address = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    address.value = made;
    return () => URL.revokeObjectURL(made);
  }, [text]);
  if (address.value === undefined) return null;
  return (
    <div class="file">
      <p class="buttons">
        <a class="button primary" href={address.value} download={name}>
          {sectionTexts.saveFile(name)}
        </a>
        <a href={address.value} target="_blank" rel="noreferrer">
          {sectionTexts.openFile}
        </a>
      </p>
      <p class="small muted">{sectionTexts.fileHint}</p>
    </div>
  );
}
