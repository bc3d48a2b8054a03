import type { ArticleText } from './answerer.js';

const article = (id: string, title: string, body: string, questions: string[] = [], language = 'en'): ArticleText => ({
  id,
  title,
  body,
  questions,
  language,
  url: null,
});

/** A small shop's knowledge, for tests. */
export const SHOP: readonly ArticleText[] = [
  article(
    'delivery',
    'Delivery times and cost',
    'We deliver within three working days. Delivery is free from 50 euros, below that it costs 4.90 euros. Express orders placed before noon arrive the next day.',
    ['How long does shipping take?', 'When will my parcel arrive?', 'What does delivery cost?', 'Is there express shipping?'],
  ),
  article(
    'returns',
    'Returning an order',
    'You can send anything back within 30 days. Print the label from your account and drop the parcel at any post office. The money is back within five days after the parcel has reached us.',
    ['How do I send something back?', 'Can I return a pair of shoes that does not fit?', 'When do I get my money back?'],
  ),
  article('payment', 'Ways to pay', 'We take credit cards, PayPal and bank transfer. Invoices are for companies only.', [
    'Can I pay with PayPal?',
    'Which cards do you accept?',
    'Can I buy on invoice?',
  ]),
  article(
    'sizes',
    'Finding the right size',
    'Our shoes run small: take one size up when you are between two. The size chart is on every product page.',
    ['Do your shoes run small?', 'Which size should I order?'],
  ),
  article(
    'hours',
    'Shop opening hours',
    'The shop in Market Street is open Monday to Saturday from 9 to 18. On Sundays and public holidays we are closed.',
    ['When are you open?', 'Are you open on Sunday?'],
  ),
  article(
    'warranty',
    'Warranty and repairs',
    'Every pair has a warranty of two years. Send us a photo of the damage and we decide within two days whether we repair or replace it.',
    ['My shoe is broken, what now?', 'How long is the warranty?'],
  ),
  article('gift-cards', 'Gift cards', 'Gift cards are sold from 10 to 500 euros and are valid for three years. The code is entered at checkout.', [
    'Do you sell vouchers?',
    'How do I redeem a gift card?',
  ]),
  article(
    'versand',
    'Lieferzeit und Versandkosten',
    'Wir liefern innerhalb von drei Werktagen. Ab 50 Euro ist der Versand kostenlos.',
    ['Wie lange dauert der Versand?', 'Was kostet die Lieferung?'],
    'de',
  ),
];
