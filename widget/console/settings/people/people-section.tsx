// The people with their roles and access, and what waits for somebody's approval.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { StaffReply, StaffView } from '../../../../functions/core/contract/identity.ts';
import { Badge } from '../../../parts/badge.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { useText } from '../../../text/current-text.ts';
import { sectionTexts } from '../en-sections.ts';
import { Part, type Read, useRead } from '../lists.tsx';
import { Action, Options, type SectionProps } from '../parts.tsx';
import { ApprovalsPart } from './approvals-part.tsx';
import { peopleTexts as words } from './en-people.ts';

export function Section(props: SectionProps): JSX.Element {
  const staff = useRead<StaffReply>(props, 'people', '/staff', 'people');
  const people = staff.value?.people;
  return (
    <>
      <ApprovalsPart {...props} />
      <Part
        {...props}
        at="people"
        title={words.title}
        about={words.about}
        reload={staff.again}
        isEmpty={people === undefined}
        isReading={staff.isReading}
      >
        {people?.length === 0 && <p>{words.none}</p>}
        <ul class="rows ruled-rows">
          {people?.map((person) => (
            <Person key={person.userId} {...props} person={person} staff={staff} />
          ))}
        </ul>
      </Part>
    </>
  );
}

const tones: Readonly<Record<StaffView['access'], Tone>> = {
  allowed: 'good',
  ended: 'bad',
  removed: 'neutral',
};
const roles = ['viewer', 'agent', 'approver', 'admin'];

interface PersonProps extends SectionProps {
  readonly person: StaffView;
  readonly staff: Read<StaffReply>;
}

function Person({ person, staff, model, messages }: PersonProps): JSX.Element {
  const text = useText();
  const isAsked = useSignal(false);
  const { userId, name, mail, role, roleFrom, zohoRole, access, isYou, checkedAt } = person;
  async function change(what: object): Promise<void> {
    const body = { userId, ...what };
    const reply = await model.ask<StaffView>('people', 'PUT', '/staff', 'userId', body);
    isAsked.value = false;
    const before = staff.value?.people ?? [];
    // What was refused stands as it was.
    const after = reply ?? person;
    staff.set({ people: before.map((one) => (one.userId === userId ? { ...after } : one)) });
  }
  const shared = { model, messages, at: 'people' } as const;
  return (
    <li>
      <p>
        <b>{name}</b> {isYou && <span class="muted">({words.you})</span>}{' '}
        <span class="muted">{mail}</span>
      </p>
      <Badge tone={tones[access]} label={words.access[access]} />
      {checkedAt > 0 && <p class="small muted">{words.seen(text.dateTime(checkedAt))}</p>}
      <p class="buttons">
        <Options
          aria-label={words.role(name)}
          value={roleFrom === 'zoho' ? 'zoho' : role}
          all={[
            [
              'zoho',
              words.asInZoho(roleFrom === 'zoho' ? `${zohoRole}: ${text.role(role)}` : zohoRole),
            ],
            ...roles.map((one) => [one, text.role(one)] as const),
          ]}
          set={(next) => void change({ role: next })}
        />
        {access === 'ended' && (
          <Action
            {...shared}
            label={words.restore}
            ariaLabel={words.restoreLabel(name)}
            act={() => void change({ access: 'allowed' })}
          />
        )}
        {access === 'allowed' && !isYou && !isAsked.value && (
          <Action
            {...shared}
            label={words.end}
            ariaLabel={words.endLabel(name)}
            act={() => {
              isAsked.value = true;
            }}
          />
        )}
      </p>
      {isAsked.value && (
        <div class="fault">
          <p>{words.sure(name)}</p>
          <p class="buttons">
            <Action
              {...shared}
              isPrimary
              label={words.end}
              act={() => void change({ access: 'ended' })}
            />
            <button
              type="button"
              class="button"
              onClick={() => {
                isAsked.value = false;
              }}
            >
              {sectionTexts.cancel}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
