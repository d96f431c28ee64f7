// Spanish sentences of problems: the gateway, Zoho and the shop.

import type { Words } from '../../words.ts';
import type { otherSidesProblems as english } from '../other-sides.ts';

export const otherSidesProblems: Words<typeof english> = {
  'gateway-distrusted': {
    sentence: 'Lo que la pasarela envió para los campos de tarjeta no lleva su firma.',
    next: 'No se pidió ninguna tarjeta. Revise la dirección de la pasarela en la página de ajustes.',
  },
  'gateway-refused': {
    sentence: 'La pasarela rehusó la solicitud ({reason}).',
    next: 'No se movió nada. Revise el importe y la antigüedad del pago.',
  },
  'gateway-credentials': {
    sentence: 'La pasarela no acepta nuestras claves del comercio {merchant}.',
    next: 'Un administrador revisa clave, secreto y entorno en la página de ajustes.',
  },
  'gateway-unavailable': {
    sentence: 'La pasarela no respondió.',
    next: 'Volvemos a intentarlo por nuestra cuenta.',
  },
  'gateway-busy': {
    sentence: 'La pasarela nos pide ir más despacio.',
    next: 'Volvemos a intentarlo por nuestra cuenta.',
  },
  'merchant-unknown': {
    sentence: 'El comercio {merchant} no está conectado.',
    next: 'Un administrador añade sus claves en la página de ajustes.',
  },
  'zoho-unavailable': {
    sentence: '{product} no respondió.',
    next: 'Volvemos a intentarlo por nuestra cuenta.',
  },
  'zoho-busy': {
    sentence: '{product} ha alcanzado su límite de llamadas.',
    next: 'Seguimos por nuestra cuenta cuando {product} lo permita.',
  },
  'zoho-blocked': {
    sentence: '{product} no admite llamadas nuestras durante {minutes} minutos.',
    next: 'Todo el trabajo espera y sigue por sí solo. Si ocurre a menudo, pida a Zoho un límite mayor.',
  },
  'zoho-calls-low': {
    sentence: 'Queda menos de una décima parte de las llamadas del día a {product}.',
    next: 'Las últimas se guardan para las personas; el resto espera. Pida a Zoho un límite diario mayor.',
  },
  'zoho-plan-missing': {
    sentence: 'Su plan de {product} no incluye lo que necesitamos.',
    next: 'Un administrador cambia el plan o desactiva esta parte; luego sigue por sí solo.',
  },
  'zoho-not-used': {
    sentence: 'Esta empresa no usa {product}.',
    next: 'Un administrador elige su organización en la página de ajustes o desactiva esta parte.',
  },
  'zoho-permission-missing': {
    sentence: 'Nuestra conexión no puede hacer esto en {product}.',
    next: 'Un administrador reconecta Zoho y concede lo que se pide.',
  },
  'zoho-refused': {
    sentence: '{product} rehusó el registro: {detail}.',
    next: 'Corríjalo en {product} o en los ajustes y repita.',
  },
  'zoho-field-missing': {
    sentence: '{product} no tiene el campo personalizado único {field}.',
    next: 'Un administrador crea el campo sin duplicados y repite.',
  },
  'shop-unavailable': {
    sentence: 'La tienda no respondió.',
    next: 'Volvemos a intentarlo por nuestra cuenta.',
  },
  'shop-refused': {
    sentence: 'La tienda rehusó nuestra solicitud ({detail}).',
    next: 'Un administrador revisa las claves de la tienda en la página de ajustes.',
  },
};
