import { understand } from './understand.js';

const asksOnly = (text: string, localeHint?: string): boolean => understand(text, localeHint ? { localeHint } : {}).isQuestion;

describe('a message that only asks', () => {
  it.each([
    'Which payment methods do you accept?',
    'how do i pay',
    'Hi there. How can I download my invoice?',
    'payment methods',
    'Until when can I get a refund',
    'und wie kann ich zahlen',
    'Refund?',
    'Akzeptieren Sie PayPal?',
    'Wie kann ich bezahlen?',
    '¿Cómo puedo pagar?',
    'Comment payer ?',
  ])('“%s” asks', (text) => expect(asksOnly(text)).toBe(true));

  it.each([
    'I want a refund',
    'You charged my card twice for order 48213.',
    'I paid yesterday and nothing came. Where is my money?',
    'My invoice is wrong',
    'I would like a refund',
    'There is a problem with my payment',
    'Creo que la factura no es correcta',
    'Ich habe die Rechnung doppelt bezahlt.',
    'Me han cobrado dos veces',
    "J'ai été débité deux fois",
  ])('“%s” tells something', (text) => expect(asksOnly(text)).toBe(false));
});
