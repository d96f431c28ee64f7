// French: fraud factors and answers that are no decline.
import type { Words } from '../words.ts';
import type { enFactors } from './en-factors.ts';

export const factors: Words<typeof enFactors> = {
  100: 'l’opération a abouti',
  110: 'une partie seulement a été approuvée',
  A: 'l’adresse a changé anormalement souvent',
  B: 'la banque de la carte ou des autorisations antérieures sont à risque',
  C: 'l’acheteur a utilisé de nombreux numéros de carte',
  D: 'l’adresse e-mail est à risque',
  E: 'l’acheteur est sur la liste positive',
  F: 'la commande correspond à la liste négative',
  G: 'l’adresse, le téléphone et le réseau sont en des lieux différents',
  H: 'le nom a changé anormalement souvent',
  I: 'le réseau ne correspond pas aux données de facturation',
  N: 'des noms ou adresses contiennent des suites absurdes',
  O: 'des noms ou adresses contiennent des obscénités',
  P: 'une identité est utilisée avec beaucoup d’autres',
  Q: 'le numéro de téléphone ne correspond pas à l’adresse',
  R: 'le montant, les articles ou la livraison sont à risque',
  T: 'la commande a été passée à une heure inhabituelle',
  U: 'l’adresse n’a pas pu être vérifiée',
  V: 'la carte, l’adresse ou le réseau ont été utilisés de nombreuses fois récemment',
  W: 'l’adresse ressemble à une adresse suspecte',
  Y: 'les adresses de facturation et de livraison diffèrent, comme pour un cadeau',
  Z: 'une valeur n’était pas valide',
};
