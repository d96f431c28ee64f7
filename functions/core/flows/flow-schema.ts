// The published JSON schema of flow documents: their shape, with the inputs of every action by name.
import * as z from 'zod/mini';
import type { ActionDeclaration } from './action-declaration.ts';
import { flowDocument } from './document.ts';
import { triggers } from './triggers.ts';

type Json = Readonly<Record<string, unknown>>;

const onePath: Json = { type: 'string', pattern: '^\\$[\\w.-]+$' };
/** A path, or a text with paths in it, may stand wherever a value is given. */
const inPlaceOfValue: Json = { type: 'string', pattern: '\\$[\\w.-]+' };

/** Draft 2020-12. What a person may write; `validateFlow` checks what the document says. */
export function flowSchema(actions: readonly ActionDeclaration[]): Json {
  const shape = z.toJSONSchema(flowDocument, { io: 'input' }) as Json;
  const properties = shape.properties as Readonly<Record<string, Json>>;
  return {
    ...shape,
    title: 'Tallybridge flow',
    properties: {
      ...properties,
      trigger: withTriggers(properties.trigger ?? {}),
      nodes: { ...properties.nodes, additionalProperties: { $ref: '#/$defs/step' } },
    },
    $defs: {
      step: withActions(properties.nodes?.additionalProperties as Json, actions),
    },
  };
}

function withTriggers(trigger: Json): Json {
  const names = Object.entries(triggers).flatMap(([name, declared]) => [
    name,
    ...('aliases' in declared ? declared.aliases : []),
  ]);
  const properties = trigger.properties as Readonly<Record<string, Json>>;
  return { ...trigger, properties: { ...properties, on: { type: 'string', enum: names } } };
}

/** The step of kind `action` once for each action, with that one's inputs. */
function withActions(step: Json, actions: readonly ActionDeclaration[]): Json {
  const kinds = (step.oneOf ?? step.anyOf) as readonly Json[];
  const isAction = ({ properties }: Json) =>
    (properties as { readonly kind: Json }).kind.const === 'action';
  return {
    oneOf: kinds.flatMap((kind) =>
      isAction(kind) ? actions.map((action) => oneAction(kind, action)) : [kind],
    ),
  };
}

function oneAction(kind: Json, { name, sentence, input }: ActionDeclaration): Json {
  const asked = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json;
  const inputs = Object.entries(asked.properties as Readonly<Record<string, Json>>);
  const given: Json = {
    type: 'object',
    properties: Object.fromEntries(inputs.map(([field, schema]) => [field, valueFor(schema)])),
    required: asked.required ?? [],
    additionalProperties: false,
  };
  return {
    ...kind,
    title: name,
    description: sentence,
    properties: {
      ...(kind.properties as Json),
      action: { type: 'string', const: name },
      with: given,
    },
  };
}

/** Lists and records can't be written into a document: they come by path. */
function valueFor(schema: Json): Json {
  const isPlain = ['string', 'number', 'integer', 'boolean'].includes(String(schema.type));
  if (!isPlain) return onePath;
  const isAnyText = schema.type === 'string' && Object.keys(schema).length === 1;
  return isAnyText ? schema : { anyOf: [schema, inPlaceOfValue] };
}
