import type { TextsLike } from '../../../i18n';
import type { en } from './en';

export const es: TextsLike<typeof en> = {
  title: 'Primeros pasos',
  lead: 'De un Baton vacío a la primera conversación que tomó una persona.',
  progress: '{{done}} de {{count}} hechos',
  progressLabel: 'Primeros pasos: {{done}} de {{count}} hechos',
  optional: 'opcional',
  done: 'hecho',
  dismiss: 'Guardar esta lista',
  dismissed: 'La lista está guardada. La encontrará en la paleta (Ctrl K), en «Primeros pasos».',
  restore: 'Mostrarla de nuevo en el menú',
  failed: 'No se pudo cargar la lista.',
  again: 'Intentarlo de nuevo',
  steps: {
    website: {
      title: 'Añada su sitio web',
      text: 'El lugar donde le encuentran los visitantes. Sus ajustes, conocimiento y conversaciones le pertenecen.',
      act: 'Añadir sitio web',
    },
    look: { title: 'Elija el aspecto del chat', text: 'Su color, una primera línea, una esquina de la página.', act: 'Elegir el aspecto' },
    article: {
      title: 'Publique la primera respuesta',
      text: 'Escriba lo que más preguntan los visitantes. La IA responde con ello en cuanto usted guarda.',
      act: 'Escribir un artículo',
    },
    answer: { title: 'Deje que la IA le responda', text: 'Pregunte como lo haría un visitante y vea qué hace con su artículo.' },
    seen: {
      title: 'Ponga el chat en una de sus páginas',
      text: 'Dos líneas de código. El paso está hecho en cuanto una de sus páginas haya mostrado el chat.',
      act: 'Obtener el código',
    },
    teammate: { title: 'Invite a alguien del equipo', text: 'Quien esté libre toma la conversación; la cola es de todos.', act: 'Invitar' },
    claimed: {
      title: 'Tome una conversación',
      text: 'Pida una persona como visitante. La petición espera en la bandeja con todo lo dicho; tómela y la IA callará.',
      act: 'Abrir la bandeja',
    },
  },
  trial: {
    act: 'Probarlo como visitante',
    opens: 'se abre en otra pestaña',
    notAllowed: 'Para hacer aquí de visitante, {{origin}} debe ser una de las páginas permitidas de {{name}}.',
    allow: 'Permitirla',
    failed: 'No se pudo permitir. Inténtelo de nuevo o añádala en los ajustes del sitio web.',
  },
  finished: {
    title: 'Baton está listo',
    text: 'Un visitante preguntó, la IA respondió y una persona tomó la conversación. Lo demás es el día a día de la bandeja.',
    act: 'Ir a la bandeja',
    toast: 'Su primer traspaso está tomado.',
    see: 'Ver la lista',
  },
  demo: {
    heading: 'Datos de demostración',
    absent: 'Dos tiendas inventadas con artículos, personas y unas cuarenta conversaciones, para ver cada pantalla con vida. Lo suyo no se toca.',
    loading: 'Los sitios web están, faltan las conversaciones: la carga se interrumpió.',
    loaded: 'Cargados junto a lo suyo: {{websites}}.',
    conversations: { one: 'Una conversación', other: '{{count}} conversaciones' },
    people: { one: 'una persona', other: '{{count}} personas' },
    load: 'Cargar datos de demostración',
    goOn: 'Terminar de cargar',
    remove: 'Quitar datos de demostración',
    loadedNow: 'Los datos de demostración están cargados',
    removedNow: 'Los datos de demostración se han quitado',
    question: '¿Quitar los datos de demostración?',
    warning:
      'Sus sitios web se van con todas sus conversaciones, artículos y reglas, también los que usted añadió allí. Sus propios sitios web y personas se quedan.',
    you: 'Su propia cuenta forma parte de ellos: se cerrará su sesión y seguirá con una cuenta de administración suya.',
    notYet:
      'De momento se quedan: su cuenta de administración es la única aquí. Invite a alguien con permisos de administración; cuando haya iniciado sesión, se podrán quitar.',
    invite: 'Invitar a la administración',
    failed: 'No funcionó. No ha quedado nada a medias; inténtelo de nuevo.',
  },
};
