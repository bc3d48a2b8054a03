import type { TextsLike } from '../../../i18n';
import type { en } from './en';

export const de: TextsLike<typeof en> = {
  title: 'Erste Schritte',
  lead: 'Vom leeren Baton bis zum ersten Gespräch, das ein Mensch übernommen hat.',
  progress: '{{done}} von {{count}} erledigt',
  progressLabel: 'Erste Schritte: {{done}} von {{count}} erledigt',
  optional: 'optional',
  done: 'erledigt',
  dismiss: 'Liste weglegen',
  dismissed: 'Die Liste ist weggelegt. Sie finden sie in der Palette (Strg K) unter „Erste Schritte“ wieder.',
  restore: 'Wieder im Menü zeigen',
  failed: 'Die Liste konnte nicht geladen werden.',
  again: 'Erneut versuchen',
  steps: {
    website: {
      title: 'Ihre Website hinzufügen',
      text: 'Der Ort, an dem Besucher Sie treffen. Einstellungen, Wissen und Gespräche gehören zu ihr.',
      act: 'Website hinzufügen',
    },
    look: { title: 'Aussehen des Chats wählen', text: 'Ihre Farbe, eine erste Zeile, eine Ecke der Seite.', act: 'Aussehen wählen' },
    article: {
      title: 'Die erste Antwort veröffentlichen',
      text: 'Schreiben Sie auf, was Besucher am häufigsten fragen. Die KI antwortet daraus, sobald Sie speichern.',
      act: 'Artikel schreiben',
    },
    answer: { title: 'Die KI antworten lassen', text: 'Fragen Sie wie ein Besucher und sehen Sie, was sie aus Ihrem Artikel macht.' },
    seen: {
      title: 'Den Chat auf eine Ihrer Seiten setzen',
      text: 'Zwei Zeilen Code. Der Schritt ist getan, sobald eine Ihrer Seiten den Chat gezeigt hat.',
      act: 'Code holen',
    },
    teammate: { title: 'Jemanden ins Team einladen', text: 'Wer frei ist, übernimmt; die Warteschlange gehört allen.', act: 'Einladen' },
    claimed: {
      title: 'Ein Gespräch übernehmen',
      text: 'Bitten Sie als Besucher um einen Menschen. Die Anfrage wartet im Posteingang mit allem, was gesagt wurde; übernehmen Sie, und die KI schweigt.',
      act: 'Posteingang öffnen',
    },
  },
  trial: {
    act: 'Als Besucher ausprobieren',
    opens: 'öffnet einen neuen Tab',
    notAllowed: 'Um hier Besucher zu spielen, muss {{origin}} zu den erlaubten Seiten von {{name}} gehören.',
    allow: 'Erlauben',
    failed: 'Das Erlauben ist nicht gelungen. Versuchen Sie es erneut oder ergänzen Sie es in den Einstellungen der Website.',
  },
  finished: {
    title: 'Baton ist bereit',
    text: 'Ein Besucher hat gefragt, die KI hat geantwortet, ein Mensch hat übernommen. Alles Weitere ist der Alltag des Posteingangs.',
    act: 'Zum Posteingang',
    toast: 'Ihre erste Übergabe ist übernommen.',
    see: 'Liste ansehen',
  },
  demo: {
    heading: 'Demodaten',
    absent:
      'Zwei erfundene Läden mit Artikeln, Personen und rund vierzig Gesprächen, um jede Ansicht belebt zu sehen. An Ihren eigenen Daten ändert sich nichts.',
    loading: 'Die Websites sind da, die Gespräche fehlen noch: Das Laden wurde unterbrochen.',
    loaded: 'Neben Ihren eigenen Daten geladen: {{websites}}.',
    conversations: { one: 'Ein Gespräch', other: '{{count}} Gespräche' },
    people: { one: 'eine Person', other: '{{count}} Personen' },
    load: 'Demodaten laden',
    goOn: 'Fertig laden',
    remove: 'Demodaten entfernen',
    loadedNow: 'Die Demodaten sind geladen',
    removedNow: 'Die Demodaten sind entfernt',
    question: 'Demodaten entfernen?',
    warning:
      'Ihre Websites gehen mit allen Gesprächen, Artikeln und Regeln darin, auch mit denen, die Sie dort hinzugefügt haben. Ihre eigenen Websites und Personen bleiben.',
    you: 'Ihr eigenes Konto gehört dazu: Sie werden abgemeldet und machen mit einem eigenen Verwaltungskonto weiter.',
    notYet:
      'Noch bleiben sie: Ihr Verwaltungskonto ist das einzige hier. Laden Sie jemanden mit Verwaltungsrechten ein; nach deren erster Anmeldung können sie gehen.',
    invite: 'Verwaltung einladen',
    failed: 'Das ist nicht gelungen. Es blieb nichts halb getan; versuchen Sie es erneut.',
  },
};
