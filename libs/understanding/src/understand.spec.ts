import { threadMillis } from '../../../test/harness/thread-millis.js';
import { LIKELY } from './likely.js';
import { understand } from './understand.js';

const topics = (text: string, localeHint?: string): string[] =>
  Object.entries(understand(text, localeHint ? { localeHint } : {}).topics)
    .filter(([, signal]) => signal.score >= LIKELY)
    .map(([topic]) => topic);

describe('words run together', () => {
  it('are read apart, and shown where they stand', () => {
    const { asksForHuman } = understand('Please let me talk tosomebody');
    expect(asksForHuman.evidence.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['talk', 14, 18],
      ['to', 19, 21],
      ['somebody', 21, 29],
    ]);
  });

  it('leave ordinary words whole', () => {
    for (const text of ['the information in this form', 'an informal question', 'a passport holder']) expect(topics(text)).toEqual([]);
    expect(understand('the together option').asksForHuman.score).toBe(0);
  });
});

describe('topics', () => {
  it.each<[string, string[]]>([
    ['You charged my card twice for order 48213', ['billing']],
    ['Where can I download the invoice for my tent?', ['billing']],
    ['When do I get my money back?', ['billing']],
    ['Which payment methods do you accept?', ['billing']],
    ['my payment was declined', ['billing']],
    ['Is there a cancellation fee?', ['billing']],
    ['can i get a refnud', ['billing']],
    ['I would like to file a complaint', ['complaint']],
    ['I am really disappointed with your service', ['complaint']],
    ['This is unacceptable, worst shop ever', ['complaint']],
    ['Your lawyer will hear from mine', ['legal']],
    ['I will sue you and take you to court', ['legal']],
    ['The stove caught fire and I was injured', ['safety']],
    ['Please delete all my personal data', ['personal_data']],
    ['Under GDPR I ask for a copy of my data', ['personal_data']],
    ['Refund me now or you will hear from my lawyer', ['billing', 'legal']],
    ['No complaints so far, lovely boots', []],
    ["I can't complain, it came early", []],
    ['Where is my money?', ['billing']],
    ["There is a charge I don't recognise", ['billing']],
    ['this is ridiculous, third time it broke', ['complaint']],
    ['a problem withpayment', ['billing']],
    ['How do I make a warranty claim?', []],
    ['How do I change my shipping address?', []],
    ['Bill told me to buy the blue tent', ['billing']],
    ['Do you sell gift cards?', []],
    ['Where is my parcel?', []],
    ['When are you open on Sunday?', []],
  ])('of “%s” are %j', (text, expected) => expect(topics(text).toSorted()).toEqual(expected));

  it.each<[string, string, string[]]>([
    ['de', 'Ich habe die Rechnung doppelt bezahlt', ['billing']],
    ['de', 'Wann bekomme ich mein Geld zurück?', ['billing']],
    ['de', 'Ich möchte mich beschweren', ['complaint']],
    ['de', 'Ich schalte meinen Anwalt ein', ['legal']],
    ['de', 'Bitte löschen Sie meine personenbezogenen Daten', ['personal_data']],
    ['de', 'Wo bleibt mein Paket?', []],
    ['de', 'Wann wird der Betrag abgebucht?', ['billing']],
    ['de', 'Kein Grund zur Beschwerde', []],
    ['es', 'No me ha llegado la factura', ['billing']],
    ['es', 'Quiero poner una queja', ['complaint']],
    ['es', 'Voy a llamar a mi abogado', ['legal']],
    ['es', '¿Dónde está mi paquete?', []],
    ['es', 'Todo quedó resuelto, ninguna queja', []],
    ['fr', 'Je voudrais un remboursement', ['billing']],
    ['fr', 'Je souhaite déposer une réclamation', ['complaint']],
    ['fr', 'Mon avocat va vous contacter', ['legal']],
    ['fr', 'Où est mon colis ?', []],
    ['fr', 'Mon téléphone a pris feu', ['safety']],
    ['fr', 'Supprimez toutes mes données personnelles', ['personal_data']],
    ['es', 'La batería explotó y hay humo', ['safety']],
    ['es', 'Quiero eliminar mis datos', ['personal_data']],
    ['de', 'Das Gerät brennt und qualmt', ['safety']],
    ['pt', 'Fui cobrado duas vezes no cartão', ['billing']],
    ['pt', 'Quando recebo o reembolso?', ['billing']],
    ['pt', 'Quero fazer uma reclamação', ['complaint']],
    ['pt', 'Sem reclamações, tudo certo', []],
    ['pt', 'Vou falar com o meu advogado', ['legal']],
    ['pt', 'A bateria explodiu e fiquei ferido', ['safety']],
    ['pt', 'Peço que apaguem os meus dados pessoais', ['personal_data']],
    ['pt', 'Onde está a minha encomenda?', []],
    ['it', 'Non ho ricevuto la fattura', ['billing']],
    ['it', 'Voglio indietro i miei soldi, datemi i soldi indietro', ['billing']],
    ['it', 'Vorrei presentare un reclamo', ['complaint']],
    ['it', 'Nessun reclamo, tutto bene', []],
    ['it', 'Vi faccio causa', ['legal']],
    ['it', 'Il fornello ha preso fuoco', ['safety']],
    ['it', 'Cancellate i miei dati', ['personal_data']],
    ['it', "Dov'è il mio pacco?", []],
    ['nl', 'Ik heb de factuur dubbel betaald', ['billing']],
    ['nl', 'Wanneer krijg ik mijn geld terug?', ['billing']],
    ['nl', 'Ik wil een klacht indienen', ['complaint']],
    ['nl', 'Geen klachten, alles prima', []],
    ['nl', 'Mijn advocaat neemt contact op', ['legal']],
    ['nl', 'De brander staat in brand', ['safety']],
    ['nl', 'Verwijder al mijn persoonsgegevens', ['personal_data']],
    ['nl', 'Waar is mijn pakket?', []],
    ['pl', 'Nie dostałam faktury', ['billing']],
    ['pl', 'Kiedy będzie zwrot pieniędzy?', ['billing']],
    ['pl', 'Chcę złożyć skargę', ['complaint']],
    ['pl', 'Spotkamy się w sądzie, mój adwokat już pisze', ['legal']],
    ['pl', 'Kuchenka wybuchła i jestem ranny', ['safety']],
    ['pl', 'Proszę usunąć moje dane osobowe', ['personal_data']],
    ['pl', 'Gdzie jest moja paczka?', []],
    ['en', 'I am sad that the brand went away', []],
  ])('in %s of “%s” are %j', (language, text, expected) => expect(topics(text, language)).toEqual(expected));

  it('come with the words that speak for them', () => {
    expect(understand('You sent the wrong invoice').topics.billing?.evidence).toEqual([{ start: 19, end: 26, text: 'invoice', label: 'billing' }]);
  });

  it('get surer with every further sign', () => {
    const one = understand('About my invoice').topics.billing!.score;
    const two = understand('About my invoice and the refund').topics.billing!.score;
    expect(two).toBeGreaterThan(one);
  });
});

describe('language', () => {
  it.each([
    ['Where is my parcel? I ordered it last week.', undefined, 'en'],
    ['Wo bleibt mein Paket? Ich habe es letzte Woche bestellt.', 'en-GB', 'de'],
    ['¿Dónde está mi pedido? Lo compré la semana pasada.', undefined, 'es'],
    ['Où est mon colis ? Je l’ai commandé la semaine dernière.', undefined, 'fr'],
    ['Onde está a minha encomenda? Comprei-a na semana passada.', undefined, 'pt'],
    ["Dov'è il mio pacco? L'ho ordinato la settimana scorsa.", undefined, 'it'],
    ['Waar blijft mijn pakket? Ik heb het vorige week besteld.', 'en', 'nl'],
    ['Gdzie jest moja paczka? Zamówiłam ją w zeszłym tygodniu.', undefined, 'pl'],
    ['ok', 'fr-CA', 'fr'],
    ['ok', undefined, 'und'],
    ['12345 😀', 'de', 'de'],
  ])('of “%s” with the hint %s is %s', (text, hint, expected) => {
    expect(understand(text, hint ? { localeHint: hint } : {}).language).toBe(expected);
  });
});

describe('sentiment', () => {
  const mood = (text: string) => understand(text).sentiment.score;
  it('tells upset from pleased, and minds negation', () => {
    expect(mood('This is absolutely terrible and you are useless!!')).toBeLessThan(-0.6);
    expect(mood('Thank you, that was very helpful')).toBeGreaterThan(0.6);
    expect(mood('That is not good')).toBeLessThan(0);
    expect(mood('My parcel is at the post office')).toBe(0);
  });
});

describe('sentiment and complexity in other languages', () => {
  it.each([
    ['pt', 'Isto é péssimo e inútil', 'Muito obrigada, foi útil', 'Não é bom'],
    ['it', 'È un servizio pessimo, davvero terribile', 'Grazie mille, molto gentile', 'Non è bello'],
    ['nl', 'Dit is echt vreselijk en waardeloos', 'Heel erg bedankt, dat was fijn', 'Dat is niet goed'],
    ['pl', 'To jest okropne i beznadziejne', 'Dziękuję, bardzo pomocny', 'To nie jest dobre, nie jestem zadowolony'],
  ])('in %s', (language, upset, pleased, notGood) => {
    const mood = (text: string) => understand(text, { localeHint: language }).sentiment.score;
    expect(mood(upset)).toBeLessThan(-0.4);
    expect(mood(pleased)).toBeGreaterThan(0.4);
    expect(mood(notGood)).toBeLessThan(0);
  });

  it.each([
    ['pt', 'Onde está a minha encomenda? E posso também mudar o endereço depois? Quanto custa então a entrega?', 'Onde está a minha encomenda?'],
    ['it', "Dov'è il mio pacco? E poi posso cambiare l'indirizzo? Quanto costa allora la spedizione?", "Dov'è il mio pacco?"],
    ['nl', 'Waar is mijn pakket? En kan ik daarna ook het adres wijzigen? Wat kost de verzending dan?', 'Waar is mijn pakket?'],
    ['pl', 'Gdzie jest moja paczka? I czy mogę potem też zmienić adres? Ile wtedy kosztuje dostawa?', 'Gdzie jest moja paczka?'],
  ])('in %s, many questions are more than one', (language, many, one) => {
    const complexity = (text: string) => understand(text, { localeHint: language }).complexity.score;
    expect(complexity(many)).toBeGreaterThan(0.6);
    expect(complexity(one)).toBeLessThan(0.1);
  });
});

describe('complexity', () => {
  const complexity = (text: string) => understand(text).complexity.score;
  it('is low for one question and high for many', () => {
    expect(complexity('Where is my parcel?')).toBeLessThan(0.1);
    expect(
      complexity(
        'Where is my parcel? And can I change the address after that, and also swap the boots for a size 42? Do I pay twice for delivery then?',
      ),
    ).toBeGreaterThan(0.6);
  });
  it('sees a list of steps', () => {
    const list = 'I did the following:\n1. opened the app\n2. pressed pay\n3. got an error\n4. tried again with another card and then the app closed';
    expect(complexity(list)).toBeGreaterThan(0.4);
  });
});

describe('understand', () => {
  it('is quick, also about the longest message', () => {
    const long = 'I would like to know why, after paying and then waiting for two weeks, I still have no parcel. '.repeat(84).slice(0, 8000);
    // The best of many runs: the first ones are still being compiled.
    const millis = (text: string) => Math.min(...Array.from({ length: 100 }, () => threadMillis(() => void understand(text))));
    expect(millis('I would like to talk to a person about my invoice')).toBeLessThan(1);
    expect(millis(long)).toBeLessThan(10);
  });

  it('takes any text without complaint', () => {
    for (const text of ['', ' ', '\u0000', '🤷‍♀️'.repeat(500), "'".repeat(8000), '\ud800', 'מישהו כאן?', '有人吗', 'a'.repeat(8000)]) {
      expect(() => understand(text, { localeHint: '-' })).not.toThrow();
    }
  });
});
