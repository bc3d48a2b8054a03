import { LIKELY, understand } from './understand.js';

const topics = (text: string, localeHint?: string): string[] =>
  Object.entries(understand(text, localeHint ? { localeHint } : {}).topics)
    .filter(([, signal]) => signal.score >= LIKELY)
    .map(([topic]) => topic);

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
    // The best of many runs: a busy machine makes single ones slow.
    const millis = (text: string) =>
      Math.min(
        ...Array.from({ length: 100 }, () => {
          const started = performance.now();
          understand(text);
          return performance.now() - started;
        }),
      );
    expect(millis('I would like to talk to a person about my invoice')).toBeLessThan(1);
    expect(millis(long)).toBeLessThan(10);
  });

  it('takes any text without complaint', () => {
    for (const text of ['', ' ', '\u0000', '🤷‍♀️'.repeat(500), "'".repeat(8000), '\ud800', 'מישהו כאן?', '有人吗', 'a'.repeat(8000)]) {
      expect(() => understand(text, { localeHint: '-' })).not.toThrow();
    }
  });
});
