// German sentences of problems: flows, mappings and channels.

import type { Words } from '../../words.ts';
import type { documentsProblems as english } from '../documents.ts';

export const documentsProblems: Words<typeof english> = {
  'flow-input': {
    sentence: 'Der Ablauf gibt der Aktion {action} kein brauchbares {field}.',
    next: 'Bessern Sie den Ablauf nach, veröffentlichen Sie ihn und lassen Sie diesen Lauf wiederholen.',
  },
  'flow-items': {
    sentence: 'Der Schritt {node} des Ablaufs fand {count} Einträge; seine Grenze ist {limit}.',
    next: 'Erhöhen Sie die Grenze im Ablauf oder teilen Sie die Arbeit, veröffentlichen Sie ihn und lassen Sie diesen Lauf wiederholen.',
  },
  'mapping-field-empty': {
    sentence: '„{target}“ lässt sich nicht füllen: {source} ist leer.',
    next: 'Füllen Sie es an der Quelle, oder sagen Sie in Regel {rule} von „{mapping}“, was dann zu schreiben ist. Dann lassen Sie es wiederholen.',
  },
  'mapping-field-too-long': {
    sentence: '„{target}“ fasst {lengthMax} Zeichen, aber {source} liefert {length}.',
    next: 'Kürzen Sie es an der Quelle, oder lassen Sie Regel {rule} von „{mapping}“ es kürzen. Dann lassen Sie es wiederholen.',
  },
  'mapping-field-wrong': {
    sentence: '„{target}“ lässt sich nicht aus {source} füllen: {detail}.',
    next: 'Berichtigen Sie es an der Quelle, oder ändern Sie Regel {rule} von „{mapping}“. Dann lassen Sie es wiederholen.',
  },
  'mapping-value-unknown': {
    sentence: '„{target}“ hat nichts Passendes für das, was {source} sagt: {detail}.',
    next: 'Ergänzen Sie es in Regel {rule} von „{mapping}“, oder geben Sie einen Wert für alle anderen an. Dann lassen Sie es wiederholen.',
  },
  'mapping-field-gone': {
    sentence: 'Das Feld „{target}“ gibt es nicht mehr.',
    next: 'Legen Sie es wieder an, oder nehmen Sie Regel {rule} aus „{mapping}“. Dann lassen Sie es wiederholen.',
  },
  'fields-unreadable': {
    sentence: 'Die Feldliste von {object} kam in einer Form, die wir nicht kennen.',
    next: 'Wir machen mit den bekannten Feldern weiter und fragen von selbst erneut.',
  },
  'channel-unknown': {
    sentence: 'Es ist kein Kanal „{channel}“ der Art {kind} eingerichtet.',
    next: 'Ein Administrator trägt ihn auf der Einstellungsseite ein; dann geht es von selbst weiter.',
  },
  'channel-address-wrong': {
    sentence: 'Die Adresse des Kanals „{channel}“ ist nicht zu benutzen: {detail}.',
    next: 'Ein Administrator berichtigt sie auf der Einstellungsseite; dann geht es von selbst weiter.',
  },
  'channel-refused': {
    sentence: '„{channel}“ hat die Nachricht abgewiesen ({detail}).',
    next: 'Bessern Sie Text oder Adresse im Ablauf nach, veröffentlichen Sie ihn und lassen Sie diesen Lauf wiederholen.',
  },
  'channel-closed': {
    sentence: '„{channel}“ nimmt keine Nachrichten mehr von uns an ({detail}).',
    next: 'Ein Administrator erneuert ihn auf der Einstellungsseite; dann geht es von selbst weiter.',
  },
  'channel-busy': {
    sentence: '„{channel}“ bittet uns, langsamer zu senden.',
    next: 'Wir senden von selbst erneut.',
  },
  'channel-unavailable': {
    sentence: '„{channel}“ hat nicht geantwortet.',
    next: 'Wir senden von selbst erneut.',
  },
  'mail-sender-missing': {
    sentence: 'Es ist kein Absender für Mails eingerichtet.',
    next: 'Ein Administrator lässt eine Adresse in Catalyst bestätigen und trägt sie auf der Einstellungsseite ein.',
  },
  'document-changed': {
    sentence: 'Jemand anders hat {what} geändert, seit Sie es geöffnet haben.',
    next: 'Öffnen Sie es erneut, um die Änderung zu sehen, und machen Sie Ihre dann neu.',
  },
  'document-faulty': {
    sentence: '{what} lässt sich noch nicht veröffentlichen. {faults}',
    next: 'Berichtigen Sie es und veröffentlichen Sie es dann erneut.',
  },
  'document-too-long': {
    sentence: '{what} ist zu lang zum Speichern.',
    next: 'Teilen Sie es in zwei.',
  },
  'document-in-use': {
    sentence: '{what} lässt sich nicht abschalten: {by} ruft es auf.',
    next: 'Ändern Sie zuerst den aufrufenden Ablauf, oder schalten Sie ihn ab.',
  },
  'sample-missing': {
    sentence: 'Es gibt kein Muster von „{what}“, an dem sich die Zuordnung zeigen ließe.',
    next: 'Geben Sie einen Musterdatensatz mit.',
  },
  'bundle-unreadable': {
    sentence: 'Das ist kein lesbares Paket: {detail}.',
    next: 'Exportieren Sie es erneut, mit dieser oder einer älteren Version von Tallybridge.',
  },
  'bundle-faulty': {
    sentence: 'Nichts wurde importiert. {faults}',
    next: 'Berichtigen Sie es dort, wo das Paket herkommt, oder ergänzen Sie hier, was es braucht; dann importieren Sie es erneut.',
  },
};
