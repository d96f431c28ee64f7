// Spanish: flows in words. Paths stand as «pago › estado», so that no article or gender is needed.
import type { FlowTexts } from '../../flows/flow-texts.ts';
import { told } from '../told.ts';
import { codeNames, fieldNames } from './flow-names.ts';
import { actionSentences, triggerSentences } from './flow-sentences.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

const { and, or, field, value, action, shipped } = told('es', {
  fields: fieldNames,
  codes: { ...notices.states, ...codeNames },
  actions: actionSentences,
  shipped: shippedTexts,
});

export const flow: FlowTexts = {
  field,
  value,
  shipped,
  marks: { colon: ':', comma: ', ', stop: '.' },
  yes: 'sí',
  no: 'no',
  quote: (text) => `«${text}»`,
  path: {
    result: (step) => `resultado de ${step}`,
    ofResult: (name, step) => `${step} › ${name}`,
    ofItem: (name) => `elemento › ${name}`,
    itemNumber: 'número del elemento',
    subject: (name) => name,
    ofSubject: (name, of) => `${name} › ${of}`,
    fields: (names) => names.join(' › '),
  },
  operators: {
    '=': (subject, values) => `${subject} es ${values}`,
    '!=': (subject, values) => `${subject} no es ${values}`,
    '>': (subject, values) => `${subject} es mayor que ${values}`,
    '>=': (subject, values) => `${subject} es al menos ${values}`,
    '<': (subject, values) => `${subject} es menor que ${values}`,
    '<=': (subject, values) => `${subject} es como máximo ${values}`,
    in: (subject, values) => `${subject} es ${values}`,
    'not-in': (subject, values) => `${subject} no es ${values}`,
    contains: (subject, values) => `${subject} contiene ${values}`,
    known: (subject) => `se conoce ${subject}`,
    unknown: (subject) => `no se conoce ${subject}`,
  },
  change: {
    own: 'el cambio es del propio Tallybridge',
    others: 'el cambio no es del propio Tallybridge',
  },
  and,
  or,
  all: (conditions) => conditions.join(' y '),
  span: {
    minutes: (count) => (count === 1 ? '1 minuto' : `${count} minutos`),
    hours: (count) => (count === 1 ? '1 hora' : `${count} horas`),
    days: (count) => (count === 1 ? '1 día' : `${count} días`),
  },
  trigger: (name) => triggerSentences[name],
  begins: {
    unknown: (on) => `Cuando ocurre «${on}»`,
    daily: (time) => `Todos los días a las ${time}`,
    clock: (at) => `Por reloj, en «${at}»`,
    where: (begin, condition) => `${begin}, si ${condition}`,
    each: (subject) => ` (una ejecución por ${subject})`,
  },
  action,
  step: {
    unknownAction: (name) => `hacer «${name}»`,
    noInput: (name) => `(sin ${name})`,
    branch: (path) => `ver qué es ${path}`,
    map: (from, mapping) => `traducir ${from} con la asignación «${mapping}»`,
    forEach: (items, atMost) => `para cada elemento de ${items} (${atMost} como máximo)`,
    ask: {
      admin: (time, text) => `preguntar a un administrador, plazo ${time}: ${text}`,
      approver: (time, text) => `preguntar a un aprobador, plazo ${time}: ${text}`,
    },
    notify: {
      'desk-comment': (to, text) => `comentar el ticket ${to} de Desk: ${text}`,
      'crm-note': (to, text) => `escribir una nota en ${to} de CRM: ${text}`,
      mail: (to, text) => `correo a ${to}: ${text}`,
      slack: (to, text) => `mensaje de Slack a ${to}: ${text}`,
      webhook: (to, text) => `llamar al webhook ${to}: ${text}`,
    },
    call: (name, given) =>
      given === '' ? `ejecutar el flujo «${name}»` : `ejecutar el flujo «${name}» con ${given}`,
    stop: (given) => (given === '' ? 'terminar' : `terminar e informar de ${given}`),
    given: (name, words) => `${name} (${words})`,
    wait: (time) => `esperar ${time}`,
    waitUntil: (condition, time) =>
      `esperar hasta que se cumpla: ${condition}${time === '' ? '' : ` (${time} como máximo)`}`,
    whether: (question) => `ver si ${question}`,
  },
  ways: {
    if: (asked) => `Si ${asked}`,
    unless: (asked) => `Salvo si ${asked}`,
    ifItIs: (values) => `Si es ${values}`,
    otherwise: 'Si no',
    approved: 'Si se aprueba',
    rejected: 'Si se rechaza',
    expired: 'Si nadie responde a tiempo',
    soOnce: 'Cuando sea así',
    late: 'Si tarda demasiado',
    done: 'Si se hace',
    failed: 'Si no se puede hacer',
    next: 'Después',
  },
  goesOn: {
    flowEnds: 'el flujo termina',
    itemDone: 'ese elemento está hecho',
    withNumber: (number) => `seguir con el paso ${number}`,
    withStep: (id) => `seguir con «${id}»`,
    withMissing: 'seguir con un paso que falta',
  },
  changes: {
    title: (before, after) => `Título: «${before}» ahora es «${after}»`,
    trigger: (before, after) => `Desencadenante: «${before}» ahora es «${after}»`,
    triggerDetails: (trigger) => `Desencadenante: ${trigger} (detalles)`,
    beginning: (before, after) => `Inicio: ${before} ahora es ${after}`,
    removed: (step) => `Eliminado: ${step}`,
    added: (step) => `Añadido: ${step}`,
    step: (name, words) => `${name}: ${words}`,
    renamed: (before, after) => `Con otro nombre: ${before} ahora es ${after}`,
    changed: (name, before, after) => `Modificado: ${name}: «${before}» ahora es «${after}»`,
    details: (name, words) => `Modificado: ${name}: ${words} (detalles)`,
    input: (name, of, before, after) =>
      `Modificado: ${name}: ${of} era ${before}, ahora es ${after}`,
    way: (name, way, before, after) => `Modificado: ${name}, ${way}: ${before} ahora es ${after}`,
    drawing: 'Solo cambió el dibujo',
    nothing: 'nada',
    noWay: 'ningún camino',
    end: 'el final',
    ifSo: 'si es así',
    ifNot: 'si no',
    next: 'después',
    eachItem: 'para cada elemento',
  },
};
