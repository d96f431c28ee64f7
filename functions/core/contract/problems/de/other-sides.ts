// German sentences of problems: the gateway, Zoho and the shop.

import type { Words } from '../../words.ts';
import type { otherSidesProblems as english } from '../other-sides.ts';

export const otherSidesProblems: Words<typeof english> = {
  'gateway-distrusted': {
    sentence: 'Was das Gateway für die Kartenfelder geschickt hat, ist nicht von ihm signiert.',
    next: 'Es wurde keine Karte abgefragt. Prüfen Sie die Adresse des Gateways auf der Einstellungsseite.',
  },
  'gateway-refused': {
    sentence: 'Das Gateway hat die Anfrage abgewiesen ({reason}).',
    next: 'Nichts ist geflossen. Prüfen Sie Betrag und Alter der Zahlung.',
  },
  'gateway-credentials': {
    sentence: 'Das Gateway nimmt unsere Schlüssel für den Händler {merchant} nicht an.',
    next: 'Ein Administrator prüft Schlüssel, Geheimnis und Umgebung auf der Einstellungsseite.',
  },
  'gateway-unavailable': {
    sentence: 'Das Gateway hat nicht geantwortet.',
    next: 'Wir versuchen es von selbst erneut.',
  },
  'gateway-busy': {
    sentence: 'Das Gateway bittet uns, langsamer zu fragen.',
    next: 'Wir versuchen es von selbst erneut.',
  },
  'merchant-unknown': {
    sentence: 'Der Händler {merchant} ist nicht verbunden.',
    next: 'Ein Administrator trägt seine Schlüssel auf der Einstellungsseite ein.',
  },
  'zoho-unavailable': {
    sentence: '{product} hat nicht geantwortet.',
    next: 'Wir versuchen es von selbst erneut.',
  },
  'zoho-busy': {
    sentence: '{product} hat seine Aufrufgrenze erreicht.',
    next: 'Wir machen von selbst weiter, sobald {product} es erlaubt.',
  },
  'zoho-blocked': {
    sentence: '{product} nimmt {minutes} Minuten lang keine Aufrufe von uns an.',
    next: 'Alle Arbeit wartet und geht von selbst weiter. Kommt das oft vor, bitten Sie Zoho um eine höhere Grenze.',
  },
  'zoho-calls-low': {
    sentence: 'Weniger als ein Zehntel der Tagesaufrufe an {product} ist übrig.',
    next: 'Die letzten bleiben für Menschen, andere Arbeit wartet. Bitten Sie Zoho um eine höhere Tagesgrenze.',
  },
  'zoho-plan-missing': {
    sentence: 'Ihr Tarif von {product} enthält nicht, was wir brauchen.',
    next: 'Ein Administrator ändert den Tarif oder schaltet diesen Teil ab; dann geht es von selbst weiter.',
  },
  'zoho-not-used': {
    sentence: 'Diese Firma nutzt {product} nicht.',
    next: 'Ein Administrator wählt die Organisation auf der Einstellungsseite oder schaltet diesen Teil ab.',
  },
  'zoho-permission-missing': {
    sentence: 'Unsere Verbindung darf das in {product} nicht.',
    next: 'Ein Administrator verbindet Zoho neu und gewährt, was verlangt wird.',
  },
  'zoho-refused': {
    sentence: '{product} hat den Datensatz abgewiesen: {detail}.',
    next: 'Berichtigen Sie ihn in {product} oder in den Einstellungen und lassen Sie es wiederholen.',
  },
  'zoho-field-missing': {
    sentence: '{product} hat kein eindeutiges benutzerdefiniertes Feld {field}.',
    next: 'Ein Administrator legt das Feld ohne Duplikate an und lässt es wiederholen.',
  },
  'shop-unavailable': {
    sentence: 'Der Shop hat nicht geantwortet.',
    next: 'Wir versuchen es von selbst erneut.',
  },
  'shop-refused': {
    sentence: 'Der Shop hat unsere Anfrage abgewiesen ({detail}).',
    next: 'Ein Administrator prüft die Schlüssel des Shops auf der Einstellungsseite.',
  },
};
