// Which part shows which step.
import type { JSX } from 'preact';
import type { SetupStep, SetupView } from '../../../../functions/core/contract/setup.ts';
import type { StepProps } from '../parts.tsx';
import { AccountsStep } from './accounts-step.tsx';
import { DoorsStep } from './doors-step.tsx';
import { FieldsStep } from './fields-step.tsx';
import { MerchantsStep } from './merchants-step.tsx';
import { OrganizationsStep } from './organizations-step.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { TestStep } from './test-step.tsx';
import { WebhooksStep } from './webhooks-step.tsx';

export interface StepBodyProps extends StepProps {
  readonly setup: SetupView;
  readonly apiBase: string;
}

export const stepBodies: Readonly<Record<SetupStep, (props: StepBodyProps) => JSX.Element>> = {
  'sign-in': SignInStep,
  organizations: OrganizationsStep,
  merchants: MerchantsStep,
  webhooks: WebhooksStep,
  accounts: AccountsStep,
  fields: FieldsStep,
  test: TestStep,
  doors: DoorsStep,
};
