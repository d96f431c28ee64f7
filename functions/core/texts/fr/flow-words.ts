// French: flows in words. Paths stand as « paiement › état », so that no article or gender is needed.
import type { FlowTexts } from '../../flows/flow-texts.ts';
import { told } from '../told.ts';
import { codeNames, fieldNames } from './flow-names.ts';
import { actionSentences, triggerSentences } from './flow-sentences.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

const { and, or, field, value, action, shipped } = told('fr', {
  fields: fieldNames,
  codes: { ...notices.states, ...codeNames },
  actions: actionSentences,
  shipped: shippedTexts,
});

export const flow: FlowTexts = {
  field,
  value,
  shipped,
  marks: { colon: ' :', comma: ', ', stop: '.' },
  yes: 'oui',
  no: 'non',
  quote: (text) => `« ${text} »`,
  path: {
    result: (step) => `résultat de ${step}`,
    ofResult: (name, step) => `${step} › ${name}`,
    ofItem: (name) => `élément › ${name}`,
    itemNumber: 'numéro de l’élément',
    subject: (name) => name,
    ofSubject: (name, of) => `${name} › ${of}`,
    fields: (names) => names.join(' › '),
  },
  operators: {
    '=': (subject, values) => `${subject} est ${values}`,
    '!=': (subject, values) => `${subject} n’est pas ${values}`,
    '>': (subject, values) => `${subject} dépasse ${values}`,
    '>=': (subject, values) => `${subject} est d’au moins ${values}`,
    '<': (subject, values) => `${subject} est inférieur à ${values}`,
    '<=': (subject, values) => `${subject} est d’au plus ${values}`,
    in: (subject, values) => `${subject} est ${values}`,
    'not-in': (subject, values) => `${subject} n’est pas ${values}`,
    contains: (subject, values) => `${subject} contient ${values}`,
    known: (subject) => `${subject} est connu`,
    unknown: (subject) => `${subject} n’est pas connu`,
  },
  change: {
    own: 'la modification vient de Tallybridge',
    others: 'la modification ne vient pas de Tallybridge',
  },
  and,
  or,
  all: (conditions) => conditions.join(' et '),
  span: {
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    hours: (count) => (count === 1 ? '1 heure' : `${count} heures`),
    days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
  },
  trigger: (name) => triggerSentences[name],
  begins: {
    unknown: (on) => `Quand « ${on} » se produit`,
    daily: (time) => `Chaque jour à ${time}`,
    clock: (at) => `À l’horloge, à « ${at} »`,
    where: (begin, condition) => `${begin}, à condition : ${condition}`,
    each: (subject) => ` (une exécution par ${subject})`,
  },
  action,
  step: {
    unknownAction: (name) => `faire « ${name} »`,
    noInput: (name) => `(sans ${name})`,
    branch: (path) => `voir ce qu’est ${path}`,
    map: (from, mapping) => `traduire ${from} par la correspondance « ${mapping} »`,
    forEach: (items, atMost) => `pour chaque élément de ${items} (${atMost} au plus)`,
    ask: {
      admin: (time, text) => `demander à un administrateur, délai ${time} : ${text}`,
      approver: (time, text) => `demander à un approbateur, délai ${time} : ${text}`,
    },
    notify: {
      'desk-comment': (to, text) => `commenter le ticket Desk ${to} : ${text}`,
      'crm-note': (to, text) => `écrire une note sur ${to} dans CRM : ${text}`,
      mail: (to, text) => `e-mail à ${to} : ${text}`,
      slack: (to, text) => `message Slack à ${to} : ${text}`,
      webhook: (to, text) => `appeler le webhook ${to} : ${text}`,
    },
    call: (name, given) =>
      given === '' ? `exécuter le flux « ${name} »` : `exécuter le flux « ${name} » avec ${given}`,
    stop: (given) => (given === '' ? 'arrêter' : `arrêter et signaler ${given}`),
    given: (name, words) => `${name} (${words})`,
    wait: (time) => `attendre ${time}`,
    waitUntil: (condition, time) =>
      `attendre que ce soit vrai : ${condition}${time === '' ? '' : ` (${time} au plus)`}`,
    whether: (question) => `vérifier : ${question}`,
  },
  ways: {
    if: (asked) => `Si ${asked}`,
    unless: (asked) => `Sauf si ${asked}`,
    ifItIs: (values) => `Si c’est ${values}`,
    otherwise: 'Sinon',
    approved: 'Si c’est approuvé',
    rejected: 'Si c’est refusé',
    expired: 'Si personne ne répond à temps',
    soOnce: 'Dès que c’est le cas',
    late: 'Si cela dure trop longtemps',
    done: 'Si c’est fait',
    failed: 'Si cela ne peut pas être fait',
    next: 'Ensuite',
  },
  goesOn: {
    flowEnds: 'le flux se termine',
    itemDone: 'cet élément est terminé',
    withNumber: (number) => `continuer à l’étape ${number}`,
    withStep: (id) => `continuer à « ${id} »`,
    withMissing: 'continuer à une étape qui manque',
  },
  changes: {
    title: (before, after) => `Titre : « ${before} » devient « ${after} »`,
    trigger: (before, after) => `Déclencheur : « ${before} » devient « ${after} »`,
    triggerDetails: (trigger) => `Déclencheur : ${trigger} (détails)`,
    beginning: (before, after) => `Début : ${before} devient ${after}`,
    removed: (step) => `Supprimé : ${step}`,
    added: (step) => `Ajouté : ${step}`,
    step: (name, words) => `${name} : ${words}`,
    renamed: (before, after) => `Renommé : ${before} devient ${after}`,
    changed: (name, before, after) => `Modifié : ${name} : « ${before} » devient « ${after} »`,
    details: (name, words) => `Modifié : ${name} : ${words} (détails)`,
    input: (name, of, before, after) =>
      `Modifié : ${name} : ${of} valait ${before}, vaut maintenant ${after}`,
    way: (name, way, before, after) => `Modifié : ${name}, ${way} : ${before} devient ${after}`,
    drawing: 'Seul le dessin a changé',
    nothing: 'rien',
    noWay: 'aucun chemin',
    end: 'la fin',
    ifSo: 'si oui',
    ifNot: 'si non',
    next: 'ensuite',
    eachItem: 'pour chaque élément',
  },
};
