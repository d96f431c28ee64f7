// German: fraud factors and answers that are no decline.
import type { Words } from '../words.ts';
import type { enFactors } from './en-factors.ts';

export const factors: Words<typeof enFactors> = {
  100: 'es ging durch',
  110: 'nur ein Teil wurde genehmigt',
  A: 'die Adresse wechselte ungewöhnlich oft',
  B: 'die Bank der Karte oder frühere Autorisierungen sind riskant',
  C: 'der Käufer benutzte viele Kartennummern',
  D: 'die E-Mail-Adresse ist riskant',
  E: 'der Käufer steht auf der Positivliste',
  F: 'die Bestellung passt zur Negativliste',
  G: 'Adresse, Telefon und Netzwerk liegen an verschiedenen Orten',
  H: 'der Name wechselte ungewöhnlich oft',
  I: 'das Netzwerk passt nicht zu den Rechnungsdaten',
  N: 'Namen oder Adressen enthalten Unsinn',
  O: 'Namen oder Adressen enthalten Anstößiges',
  P: 'eine Identität wird mit vielen anderen benutzt',
  Q: 'die Telefonnummer passt nicht zur Adresse',
  R: 'Betrag, Artikel oder Lieferung sind riskant',
  T: 'es wurde zu ungewöhnlicher Stunde bestellt',
  U: 'die Adresse ließ sich nicht bestätigen',
  V: 'Karte, Adresse oder Netzwerk wurden in letzter Zeit oft benutzt',
  W: 'die Adresse ähnelt einer verdächtigen',
  Y: 'Rechnungs- und Lieferadresse weichen ab, wie bei einem Geschenk',
  Z: 'ein Wert war ungültig',
};
