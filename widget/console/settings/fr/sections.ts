// French texts of the settings page: its parts, and what stands around every list.
import type { Language } from '../../../text/language.ts';

export const sections: Language['sections'] = {
  navigation: 'Parties des réglages',
  names: {
    setup: 'Configuration',
    rules: 'Règles',
    people: 'Personnes',
    audit: 'Journal d’audit',
    secrets: 'Secrets',
    data: 'Données',
  },
  removeMerchant: {
    button: 'Retirer…',
    label: (merchant) => `Retirer ${merchant}`,
    sure: (merchant) =>
      `Les clés de ${merchant} sont supprimées et ses annonces prennent fin. Rien ne change à la passerelle ni dans vos livres.`,
  },
  reload: 'Recharger',
  cancel: 'Annuler',
  reading: 'Lecture…',
  saveFile: (name) => `Enregistrer ${name}`,
  openFile: 'L’ouvrir dans une nouvelle fenêtre',
  fileHint:
    'Si rien ne s’enregistre, le cadre ne laisse pas sortir de fichiers : ouvrez-le dans une nouvelle fenêtre et enregistrez-le là.',
};
