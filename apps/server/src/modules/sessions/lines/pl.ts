import type { Lines } from './en.js';

export const pl: Lines = {
  queued: 'Rozmowę przejmie osoba z naszego zespołu. {place} {wait} Można pisać dalej.',
  next: 'Teraz Twoja kolej.',
  place: 'Twoje miejsce w kolejce: {position}.',
  wait: 'Zwykły czas oczekiwania: {minutes}.',
  captured: 'Nikogo z naszego zespołu teraz nie ma. Prośba została zachowana i ktoś na nią tutaj odpowie.',
  claimed: '{agent} dołącza do rozmowy i widzi ją w całości.',
  released: 'Za chwilę przejmie ją inna osoba z zespołu. Można pisać dalej.',
  resolved: 'Rozmowa została oznaczona jako rozwiązana.',
  offered: 'Czy mam poprosić kogoś z naszego zespołu?',
  returnedToAi: 'Asystent wrócił i zna przebieg rozmowy. Śmiało, pytaj.',
  closed: 'Rozmowa została zamknięta.',
  assistantUnavailable: 'Asystent nie może teraz odpowiedzieć. Spróbuj ponownie za chwilę.',
};
