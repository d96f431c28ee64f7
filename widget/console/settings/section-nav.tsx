// The navigation of the settings page, and the part that is open; what was opened before keeps what was typed into it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LazyNotice } from '../../panel/lazy-notice.tsx';
import { sectionTexts } from './en-sections.ts';
import type { SectionProps } from './parts.tsx';
import { type SectionName, type Sections, sectionNames } from './sections.ts';

const places = ['setup', ...sectionNames] as const;
export type SettingsPlace = (typeof places)[number];

interface SectionNavProps {
  readonly place: SettingsPlace;
  readonly go: (place: SettingsPlace) => void;
}

export function SectionNav({ place, go }: SectionNavProps): JSX.Element {
  return (
    <nav aria-label={sectionTexts.navigation}>
      <ul class="places">
        {places.map((one) => (
          <li key={one}>
            <button
              type="button"
              class="place"
              aria-current={one === place ? 'page' : undefined}
              onClick={() => go(one)}
            >
              {sectionTexts.names[one]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface OpenSectionsProps extends SectionProps {
  readonly place: SettingsPlace;
  readonly sections: Sections;
}

/** Those that were opened so far; only one is seen. */
export function OpenSections({ place, sections, ...props }: OpenSectionsProps): JSX.Element {
  const opened = useSignal<readonly SectionName[]>([]);
  if (place !== 'setup' && !opened.peek().includes(place)) {
    opened.value = [...opened.peek(), place];
    void sections[place].load();
  }
  return (
    <>
      {opened.value.map((name) => (
        <div key={name} hidden={name !== place}>
          <LazyNotice part={sections[name]} />
          <LoadedSection part={sections[name]} {...props} />
        </div>
      ))}
    </>
  );
}

function LoadedSection({
  part,
  ...props
}: SectionProps & { readonly part: Sections[SectionName] }): JSX.Element | null {
  const state = part.state.value;
  return state.kind === 'ready' ? <state.part.Section {...props} /> : null;
}
