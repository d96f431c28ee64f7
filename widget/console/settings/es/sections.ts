// Spanish texts of the settings page: its parts, and what stands around every list.
import type { Language } from '../../../text/language.ts';

export const sections: Language['sections'] = {
  navigation: 'Partes de los ajustes',
  names: {
    setup: 'Configuración',
    rules: 'Reglas',
    people: 'Personas',
    audit: 'Auditoría',
    secrets: 'Secretos',
    data: 'Datos',
  },
  removeMerchant: {
    button: 'Quitar…',
    label: (merchant) => `Quitar ${merchant}`,
    sure: (merchant) =>
      `Se eliminan las claves de ${merchant} y terminan sus avisos. Nada cambia en la pasarela ni en sus libros.`,
  },
  reload: 'Volver a cargar',
  cancel: 'Cancelar',
  reading: 'Leyendo…',
  saveFile: (name) => `Guardar ${name}`,
  openFile: 'Abrirlo en una ventana nueva',
  fileHint:
    'Si no se guarda nada, el marco no deja salir archivos: ábralo en una ventana nueva y guárdelo allí.',
};
