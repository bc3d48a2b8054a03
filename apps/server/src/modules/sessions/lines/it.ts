import type { Lines } from './en.js';

export const it: Lines = {
  queued: 'Una persona del nostro team prenderà in carico la conversazione. {place} {wait} Può continuare a scrivere.',
  next: 'È il suo turno.',
  place: 'È il numero {position} in coda.',
  wait: 'Di solito entro {minutes}.',
  captured: 'In questo momento non c’è nessuno del nostro team. La sua richiesta è conservata e una persona le risponderà qui.',
  claimed: '{agent} si è unito e vede tutta la conversazione.',
  released: 'Tra poco continuerà un’altra persona del team. Può continuare a scrivere.',
  resolved: 'La conversazione è stata segnata come risolta.',
  offered: 'Vuole che chiami una persona del nostro team?',
  returnedToAi: 'L’assistente è tornato e conosce la conversazione. Chieda pure.',
  closed: 'La conversazione è stata chiusa.',
  assistantUnavailable: 'L’assistente non può rispondere in questo momento. Riprovi tra poco.',
};
