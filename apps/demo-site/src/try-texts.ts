/** The words of the page on which somebody of the team plays visitor. */
export interface TryTexts {
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  readonly asked: string;
  readonly person: string;
  readonly claim: string;
  readonly done: string;
  readonly inbox: string;
  readonly notAllowed: string;
  readonly notAllowedText: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly unreachable: string;
  readonly unreachableText: string;
  readonly back: string;
}

const en: TryTexts = {
  tag: 'A page of Baton that stands for yours',
  title: 'You are a visitor now',
  text: 'The chat in the corner is the real one. What you write arrives in the inbox like everything else.',
  asked: 'Ask what one of your articles answers.',
  person: 'Ask for a person.',
  claim: 'Open the inbox in another tab and claim the conversation.',
  done: 'done',
  inbox: 'Open the inbox',
  notAllowed: 'The chat may not be shown here yet',
  notAllowedText: '{origin} is not among the allowed pages of this website. Allow it under “Getting started”, or in the settings of the website.',
  unknown: 'There is no such website',
  unknownText: 'The link may be old, or the website was deleted.',
  unreachable: 'Baton did not answer',
  unreachableText: 'Reload the page in a moment.',
  back: 'Back to Baton',
};

const de: TryTexts = {
  tag: 'Eine Seite von Baton, die für Ihre steht',
  title: 'Sie sind jetzt Besucher',
  text: 'Der Chat in der Ecke ist der echte. Was Sie schreiben, kommt im Posteingang an wie alles andere.',
  asked: 'Fragen Sie etwas, das einer Ihrer Artikel beantwortet.',
  person: 'Bitten Sie um einen Menschen.',
  claim: 'Öffnen Sie den Posteingang in einem anderen Tab und übernehmen Sie das Gespräch.',
  done: 'erledigt',
  inbox: 'Posteingang öffnen',
  notAllowed: 'Der Chat darf hier noch nicht erscheinen',
  notAllowedText:
    '{origin} gehört nicht zu den erlaubten Seiten dieser Website. Erlauben Sie es unter „Erste Schritte“ oder in den Einstellungen der Website.',
  unknown: 'Diese Website gibt es nicht',
  unknownText: 'Der Link ist vielleicht alt, oder die Website wurde gelöscht.',
  unreachable: 'Baton hat nicht geantwortet',
  unreachableText: 'Laden Sie die Seite gleich noch einmal.',
  back: 'Zurück zu Baton',
};

const es: TryTexts = {
  tag: 'Una página de Baton en lugar de la suya',
  title: 'Ahora es usted un visitante',
  text: 'El chat de la esquina es el real. Lo que escriba llega a la bandeja como todo lo demás.',
  asked: 'Pregunte algo que responda uno de sus artículos.',
  person: 'Pida hablar con una persona.',
  claim: 'Abra la bandeja en otra pestaña y tome la conversación.',
  done: 'hecho',
  inbox: 'Abrir la bandeja',
  notAllowed: 'El chat aún no puede mostrarse aquí',
  notAllowedText: '{origin} no está entre las páginas permitidas de este sitio web. Permítala en «Primeros pasos» o en los ajustes del sitio web.',
  unknown: 'No existe ese sitio web',
  unknownText: 'Puede que el enlace sea antiguo o que el sitio web se haya eliminado.',
  unreachable: 'Baton no ha respondido',
  unreachableText: 'Vuelva a cargar la página en un momento.',
  back: 'Volver a Baton',
};

const fr: TryTexts = {
  tag: 'Une page de Baton à la place de la vôtre',
  title: 'Vous êtes maintenant un visiteur',
  text: 'Le chat dans le coin est le vrai. Ce que vous écrivez arrive dans la boîte comme tout le reste.',
  asked: 'Demandez quelque chose à quoi répond l’un de vos articles.',
  person: 'Demandez à parler à une personne.',
  claim: 'Ouvrez la boîte dans un autre onglet et prenez la conversation.',
  done: 'terminé',
  inbox: 'Ouvrir la boîte',
  notAllowed: 'Le chat ne peut pas encore s’afficher ici',
  notAllowedText:
    '{origin} ne fait pas partie des pages autorisées de ce site web. Autorisez-la sous « Premiers pas » ou dans les réglages du site web.',
  unknown: 'Ce site web n’existe pas',
  unknownText: 'Le lien est peut-être ancien, ou le site web a été supprimé.',
  unreachable: 'Baton n’a pas répondu',
  unreachableText: 'Rechargez la page dans un instant.',
  back: 'Retour à Baton',
};

export const TRY_TEXTS: Readonly<Record<string, TryTexts>> = { en, de, es, fr };
