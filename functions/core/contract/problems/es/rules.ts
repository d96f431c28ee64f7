// Spanish sentences of problems: rules and approvals.

import type { Words } from '../../words.ts';
import type { rulesProblems as english } from '../rules.ts';

export const rulesProblems: Words<typeof english> = {
  'approval-own': {
    sentence: 'Lo pidió usted, así que debe decidir otra persona.',
    next: 'Pídaselo a un colega que pueda aprobar.',
  },
  'approval-over': {
    sentence: 'Ya se decidió antes: {decision}.',
    next: 'Vuelva a cargar la página. Si aun así debe hacerse, empiece de nuevo.',
  },
  'approval-needed': {
    sentence: 'Esto necesita la aprobación de {by}. {why}',
    next: 'Pida aprobación o cambie lo que quiere mover.',
  },
  'approval-not-needed': {
    sentence: 'Esto no necesita aprobación: puede hacerlo usted.',
    next: 'Vuelva atrás y hágalo sin pedirla.',
  },
  'approval-not-yours': {
    sentence: 'Lo pidió otra persona.',
    next: 'Solo puede retirarlo quien lo pidió.',
  },
  'policy-forbids': {
    sentence: 'Las reglas de su empresa lo prohíben. {why}',
    next: 'Cambie lo que quiere mover o diríjase a un administrador.',
  },
  'policy-amount': {
    sentence: 'Supera {limit}, el límite por movimiento.',
    next: 'Introduzca {limit} o menos, o haga que se apruebe.',
  },
  'policy-per-day': {
    sentence: 'Supera {limit} al día: hoy quedan {left}.',
    next: 'Introduzca {left} o menos, o haga que se apruebe.',
  },
  'policy-per-payment': {
    sentence: 'Supera {limit} por pago: ya volvieron {moved}.',
    next: 'Introduzca {left} o menos, o haga que se apruebe.',
  },
  'policy-no-limit': {
    sentence: 'Ningún importe en {currency} puede moverse sin aprobación.',
    next: 'Haga que se apruebe o pida a un administrador un límite en {currency}.',
  },
  'policy-age': {
    sentence: 'El pago tiene {days} días; el límite son {limit} días.',
    next: 'Haga que se apruebe.',
  },
  'policy-currency': {
    sentence: '{currency} no es una de las monedas que pueden moverse: {among}.',
    next: 'Diríjase a un administrador.',
  },
  'policy-risk': {
    sentence: 'El control de fraude ve un riesgo {band}.',
    next: 'Haga que se apruebe.',
  },
  'policy-dispute': {
    sentence: 'Hay una disputa abierta sobre este pago.',
    next: 'Haga que se apruebe o espere al final de la disputa.',
  },
  'policy-other-card': {
    sentence: 'El dinero iría a una tarjeta distinta de la de origen.',
    next: 'Reembolse a la tarjeta con la que se pagó.',
  },
  'policy-reason': {
    sentence: 'El motivo debe tener al menos {lengthMin} caracteres.',
    next: 'Explique el porqué con algunas palabras más.',
  },
};
