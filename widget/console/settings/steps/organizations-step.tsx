// Choose the organizations that belong to this company, from lists that Zoho gives.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { OrganizationsReply } from '../../../../functions/core/contract/setup.ts';
import { useText } from '../../../text/current-text.ts';
import { Action, Field, Form } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const products = ['books', 'crm', 'desk'] as const;
type Product = (typeof products)[number];
type Choices = OrganizationsReply['products'];

export function OrganizationsStep(props: StepBodyProps): JSX.Element {
  const { model, messages, setup } = props;
  const choices = useSignal<Choices | undefined>(undefined);
  const chosen = useSignal<Partial<Record<Product, string>>>({});

  async function load(): Promise<void> {
    const at = 'organizations';
    const reply = await model.ask<OrganizationsReply>(
      at,
      'GET',
      '/setup/organizations',
      'products',
    );
    if (reply === undefined) return;
    choices.value = reply.products;
    chosen.value = Object.fromEntries(
      products.flatMap((product) => {
        const known = setup.organizations[product]?.id ?? reply.products[product].choices[0]?.id;
        return known === undefined ? [] : [[product, known]];
      }),
    );
  }
  async function save(): Promise<void> {
    const { books, crm, desk } = chosen.peek();
    await model.save('organizations', '/setup/organizations', {
      revision: setup.revision,
      booksOrganizationId: books,
      ...(crm ? { crmOrgId: crm } : {}),
      ...(desk ? { deskOrgId: desk } : {}),
    });
  }
  const choose = (product: Product, id: string) => {
    chosen.value = { ...chosen.peek(), [product]: id };
    model.touch();
  };

  const lists = choices.value;
  if (lists === undefined) {
    return (
      <>
        <ul>
          {Object.entries(setup.organizations).map(([product, { name }]) => (
            <li key={product}>
              {messages.products[product]}: {name}
            </li>
          ))}
        </ul>
        <Action
          {...{ model, messages }}
          at="organizations"
          isPrimary={setup.organizations.books === undefined}
          label={messages.organizations.load}
          act={() => void load()}
        />
      </>
    );
  }
  return (
    <Form submit={() => void save()}>
      {products.map((product) => (
        <ProductField
          key={product}
          {...props}
          product={product}
          list={lists[product]}
          value={chosen.value[product] ?? ''}
          choose={choose}
        />
      ))}
      <Action
        {...{ model, messages }}
        at="organizations"
        isPrimary
        isDisabled={!chosen.value.books}
        label={messages.save}
        act={() => void save()}
      />
    </Form>
  );
}

interface ProductFieldProps extends StepBodyProps {
  readonly product: Product;
  readonly list: Choices[Product];
  readonly value: string;
  readonly choose: (product: Product, id: string) => void;
}

function ProductField({ product, list, value, choose, messages }: ProductFieldProps): JSX.Element {
  const text = useText();
  const label = messages.products[product] ?? product;
  const hint = list.problem === undefined ? {} : { hint: text.problem(list.problem).sentence };
  return (
    <Field label={label} {...hint}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => choose(product, event.currentTarget.value)}
        >
          {product !== 'books' && <option value="">{messages.organizations.unused}</option>}
          {list.choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} ({id})
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
