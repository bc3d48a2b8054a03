/** A made-up talk: what is asked, answered from the knowledge, asked of a person, and what the person says. */
export interface Talk {
  readonly question: string;
  readonly answer: string;
  readonly source: string;
  readonly wish: string;
  readonly help: string;
}

const TALKS: Readonly<Record<string, Talk>> = {
  en: {
    question: 'How long does delivery take?',
    answer: 'Usually **2 to 3 working days**. You get a link to follow your parcel as soon as it leaves us.',
    source: 'Delivery',
    wish: 'Could a person look at my order?',
    help: 'Of course, I have it here. It leaves our warehouse this afternoon.',
  },
  de: {
    question: 'Wie lange dauert die Lieferung?',
    answer: 'Meist **2 bis 3 Werktage**. Sobald das Paket unterwegs ist, bekommen Sie einen Link zur Verfolgung.',
    source: 'Lieferung',
    wish: 'Kann sich jemand meine Bestellung ansehen?',
    help: 'Gern, ich habe sie vor mir. Sie verlässt heute Nachmittag unser Lager.',
  },
  es: {
    question: '¿Cuánto tarda el envío?',
    answer: 'Normalmente **de 2 a 3 días laborables**. Cuando salga el paquete, recibirá un enlace para seguirlo.',
    source: 'Envíos',
    wish: '¿Puede una persona revisar mi pedido?',
    help: 'Claro, lo tengo delante. Sale de nuestro almacén esta tarde.',
  },
  fr: {
    question: 'Quel est le délai de livraison ?',
    answer: 'En général **2 à 3 jours ouvrés**. Dès le départ du colis, vous recevez un lien pour le suivre.',
    source: 'Livraison',
    wish: 'Quelqu’un peut-il regarder ma commande ?',
    help: 'Bien sûr, je l’ai sous les yeux. Elle quitte notre entrepôt cet après-midi.',
  },
  it: {
    question: 'Quanto dura la consegna?',
    answer: 'Di solito **2 o 3 giorni lavorativi**. Quando il pacco parte, riceve un link per seguirlo.',
    source: 'Consegna',
    wish: 'Può guardare il mio ordine una persona?',
    help: 'Certo, ce l’ho qui davanti. Lascia il nostro magazzino oggi pomeriggio.',
  },
  nl: {
    question: 'Hoelang duurt de levering?',
    answer: 'Meestal **2 tot 3 werkdagen**. Zodra het pakket vertrekt, krijgt u een link om het te volgen.',
    source: 'Levering',
    wish: 'Kan iemand naar mijn bestelling kijken?',
    help: 'Natuurlijk, ik heb hem voor me. Hij vertrekt vanmiddag uit ons magazijn.',
  },
  pl: {
    question: 'Ile trwa dostawa?',
    answer: 'Zwykle **2–3 dni robocze**. Gdy paczka wyruszy, otrzymają Państwo link do śledzenia.',
    source: 'Dostawa',
    wish: 'Czy ktoś może sprawdzić moje zamówienie?',
    help: 'Oczywiście, mam je przed sobą. Dziś po południu opuści nasz magazyn.',
  },
  pt: {
    question: 'Quanto tempo demora a entrega?',
    answer: 'Normalmente **2 a 3 dias úteis**. Assim que a encomenda sair, recebe uma ligação para a acompanhar.',
    source: 'Entregas',
    wish: 'Uma pessoa pode ver a minha encomenda?',
    help: 'Claro, tenho-a aqui. Sai do nosso armazém esta tarde.',
  },
  tr: {
    question: 'Teslimat ne kadar sürüyor?',
    answer: 'Genellikle **2–3 iş günü**. Paket yola çıkınca takip bağlantısını size göndeririz.',
    source: 'Teslimat',
    wish: 'Siparişime bir kişi bakabilir mi?',
    help: 'Elbette, önümde duruyor. Bu öğleden sonra depomuzdan çıkıyor.',
  },
  ar: {
    question: 'كم يستغرق التوصيل؟',
    answer: 'عادةً **من يومين إلى ثلاثة أيام عمل**. سنرسل إليك رابطًا لتتبع الطرد عند خروجه.',
    source: 'التوصيل',
    wish: 'هل يمكن لشخص أن يراجع طلبي؟',
    help: 'بالطبع، الطلب أمامي الآن. سيغادر مستودعنا بعد ظهر اليوم.',
  },
};

/** In the language of a locale; English where we have none. */
export function talkIn(locale: string): Talk {
  return TALKS[locale.slice(0, 2).toLowerCase()] ?? TALKS['en']!;
}
