import type { Lines } from './en.js';

export const es: Lines = {
  queued: 'Una persona de nuestro equipo le atenderá. {place} {wait} Puede seguir escribiendo.',
  next: 'Es su turno.',
  place: 'Es el número {position} en la cola.',
  wait: 'Normalmente en {minutes}.',
  captured: 'Ahora mismo no hay nadie de nuestro equipo. Guardamos su solicitud y una persona le responderá aquí.',
  claimed: '{agent} se ha unido y puede ver toda la conversación.',
  released: 'Enseguida le atenderá otra persona del equipo. Puede seguir escribiendo.',
  resolved: 'La conversación se marcó como resuelta.',
  offered: '¿Quiere que avise a una persona de nuestro equipo?',
  returnedToAi: 'El asistente ha vuelto y conoce la conversación. Pregunte lo que quiera.',
  closed: 'La conversación se cerró.',
  assistantUnavailable: 'El asistente no puede responder ahora. Inténtelo de nuevo en un momento.',
};
