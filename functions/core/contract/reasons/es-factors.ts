// Spanish: fraud factors and answers that are no decline.
import type { Words } from '../words.ts';
import type { enFactors } from './en-factors.ts';

export const factors: Words<typeof enFactors> = {
  100: 'se realizó',
  110: 'solo se aprobó una parte',
  A: 'la dirección cambió con una frecuencia inusual',
  B: 'el banco de la tarjeta o las autorizaciones anteriores son de riesgo',
  C: 'el comprador usó muchos números de tarjeta',
  D: 'la dirección de correo es de riesgo',
  E: 'el comprador está en la lista positiva',
  F: 'el pedido coincide con la lista negativa',
  G: 'la dirección, el teléfono y la red están en lugares distintos',
  H: 'el nombre cambió con una frecuencia inusual',
  I: 'la red no concuerda con los datos de facturación',
  N: 'los nombres o direcciones contienen texto sin sentido',
  O: 'los nombres o direcciones contienen obscenidades',
  P: 'una identidad se usa junto con muchas otras',
  Q: 'el teléfono no concuerda con la dirección',
  R: 'el importe, los artículos o la entrega son de riesgo',
  T: 'se pidió a una hora inusual',
  U: 'no se pudo verificar la dirección',
  V: 'la tarjeta, la dirección o la red se usaron muchas veces últimamente',
  W: 'la dirección se parece a una sospechosa',
  Y: 'las direcciones de facturación y de entrega difieren, como en un regalo',
  Z: 'un valor no era válido',
};
