/**
 * Conversations of the demo, so that no screen is empty on the first day. Each handoff is opened by the very rules the
 * website has: the story only says at which message, and by which built-in rule it should be.
 */
export interface DemoStory {
  readonly site: 'shop' | 'rentals';
  readonly visitor: { readonly name?: string; readonly email?: string; readonly attributes?: Readonly<Record<string, string | number>> };
  readonly locale?: string;
  readonly page: readonly [title: string, path: string];
  /** When it began, in minutes before now. */
  readonly minutesAgo: number;
  readonly lines: readonly Line[];
  /** How it ended; without it the session is still open. */
  readonly end?: 'resolved' | 'returned_to_ai' | 'closed' | 'ended_by_visitor';
  readonly rating?: number;
}

export type Line =
  | { readonly visitor: string }
  | { readonly ai: string; readonly sure: number; readonly from?: string }
  /** The rules are asked here; `draft` is what the AI would have said. */
  | {
      readonly handoff: 'words' | 'button' | 'weak' | 'no_answer' | 'unavailable' | 'billing' | 'complaint' | 'legal';
      readonly draft?: string;
      readonly sure?: number;
      readonly priority?: 'high' | 'urgent';
    }
  | { readonly claim: 'ana' | 'bea' }
  | { readonly agent: string }
  | { readonly note: string }
  | { readonly minutes: number };

const v = (visitor: string): Line => ({ visitor });
const ai = (text: string, sure: number, from?: string): Line => ({ ai: text, sure, ...(from ? { from } : {}) });
const says = (agent: string): Line => ({ agent });
const note = (text: string): Line => ({ note: text });
const pause = (minutes: number): Line => ({ minutes });
const ana: Line = { claim: 'ana' };
const bea: Line = { claim: 'bea' };
const DAY = 24 * 60;

export const STORIES: readonly DemoStory[] = [
  // Waiting now.
  {
    site: 'shop',
    visitor: { name: 'Jonas Meier', email: 'jonas.meier@example.org', attributes: { plan: 'Member since 2021', orders: 7 } },
    page: ['Your order', '/orders/48190'],
    minutesAgo: 13,
    lines: [
      v('Where is order 48190?'),
      ai(
        'Open the tracking link in your shipping email, or sign in and go to Orders, where every parcel shows its latest position.',
        0.88,
        'Tracking an order',
      ),
      v('The link says “lost”. Since Monday.'),
      ai('A new link can take up to 12 hours before it shows anything.', 0.57, 'Tracking an order'),
      v('Then give me a real person who can decide this, please.'),
      { handoff: 'words' },
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Vera Kowalska', email: 'vera@example.org', attributes: { plan: 'Member since 2021' } },
    page: ['Checkout / Payment', '/checkout/payment'],
    minutesAgo: 8,
    lines: [
      v('Hi! When will order 48213 arrive?'),
      ai(
        'Delivery takes 2 to 3 working days within the country. You get an email with a tracking link as soon as the parcel is handed over.',
        0.92,
        'Delivery times',
      ),
      v('Good. But you charged my card twice for order 48213. I want one of the payments refunded.'),
      {
        handoff: 'billing',
        draft: 'We accept credit and debit cards, PayPal, Apple Pay, Google Pay, bank transfer and invoice within 30 days.',
        sure: 0.44,
        priority: 'high',
      },
      pause(1),
      note('Saw the same on 48190. The payment provider confirmed duplicates between 8 and 9. Refunds are approved.'),
    ],
  },
  {
    site: 'shop',
    visitor: {},
    page: ['Fjell 3 tent', '/tents/fjell-3'],
    minutesAgo: 6,
    lines: [
      v('Does the groundsheet of the Fjell 3 survive crampons?'),
      { handoff: 'no_answer', draft: 'I could not find this in our help articles.', sure: 0.12 },
    ],
  },
  {
    site: 'rentals',
    visitor: { name: 'Lucía Romero', email: 'lucia.romero@example.es' },
    locale: 'es',
    page: ['Mis alquileres', '/rentals'],
    minutesAgo: 5,
    lines: [
      v('¿Puedo cambiar la fecha de entrega?'),
      { handoff: 'weak', draft: 'You can move a rental under My rentals until two days before it starts.', sure: 0.31 },
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Ben Hart', email: 'ben.hart@example.co.uk' },
    page: ['Returns', '/returns'],
    minutesAgo: 4,
    lines: [
      v('How do I return something?'),
      ai(
        'You can return anything unused within 60 days. Sign in, open Orders, choose Return, print the label and drop the parcel at any carrier shop.',
        0.95,
        'Returns',
      ),
      v('I have been going round in circles for 20 minutes. This is unacceptable, I want to file a complaint about your service.'),
      { handoff: 'complaint', priority: 'high' },
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Aiko Nakamura', email: 'aiko@school.example', attributes: { company: 'Hillside School' } },
    page: ['Backpacks', '/backpacks'],
    minutesAgo: 3,
    lines: [v('We are a school and need 40 backpacks by March. Can I speak to someone in sales?'), { handoff: 'words' }],
  },
  {
    site: 'rentals',
    visitor: { name: 'Paul Dubois', email: 'paul.dubois@example.fr' },
    locale: 'fr',
    page: ['Location', '/location'],
    minutesAgo: 2,
    lines: [v('Bonjour, je voudrais parler à un conseiller s’il vous plaît'), { handoff: 'words' }],
  },
  {
    site: 'shop',
    visitor: { name: 'Miriam Vogel', email: 'm.vogel@example.de' },
    locale: 'de',
    page: ['Warenkorb', '/basket'],
    minutesAgo: 1,
    lines: [v('Ich möchte bitte mit einem Menschen sprechen'), { handoff: 'words' }],
  },
  // Being talked to now.
  {
    site: 'shop',
    visitor: { name: 'Tomás Silva', email: 'tomas.silva@example.pt' },
    page: ['Ridge boots', '/boots/ridge'],
    minutesAgo: 34,
    lines: [
      v('Do the Ridge boots run small?'),
      ai('Our boots fit true to size; the Ridge model runs half a size small.', 0.93, 'Boot sizes'),
      v('My left foot is a size bigger than the right. Can I buy two different sizes?'),
      { handoff: 'no_answer', draft: 'Measure your foot in the evening, from heel to longest toe.', sure: 0.22 },
      pause(2),
      ana,
      says(
        'Hi Tomás, yes: order both pairs, wear-test them at home and send the two spare boots back in one box. I will put a note on the order so that the warehouse accepts it.',
      ),
      v('That is fantastic, thank you! Does the 60 days rule apply?'),
      says('It does. Take your time.'),
      note('Promised a mixed pair from Ridge 43 and 44. Warehouse knows.'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Ingrid Dahl', email: 'ingrid.dahl@example.no' },
    page: ['Order 48166', '/orders/48166'],
    minutesAgo: 47,
    lines: [
      v('My invoice shows the wrong amount, I was overcharged €30 on my card'),
      { handoff: 'billing', draft: 'Your invoice is attached to the shipping email and stands under Orders as a PDF.', sure: 0.61 },
      pause(4),
      bea,
      says('Hello Ingrid, let me look at the order.'),
      pause(3),
      says('You are right: the discount was not applied. I have sent €30 back to your card.'),
      v('Great. How long does it take?'),
    ],
  },
  {
    site: 'rentals',
    visitor: { name: 'Oskar Lindqvist', email: 'oskar@example.se' },
    page: ['My rentals', '/rentals'],
    minutesAgo: 22,
    lines: [
      v('Is there a deposit?'),
      ai('We take a deposit of €50 for each item and give it back within three days after the return.', 0.94, 'Deposit and damage'),
      v('I returned the tent ten days ago and there is still no deposit on my account'),
      { handoff: 'weak', draft: 'We give it back within three days after the return.', sure: 0.41 },
      pause(3),
      ana,
      says('Hi Oskar, sorry about that. I am checking with the warehouse right now.'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Helena Brandt', email: 'helena.brandt@example.at' },
    locale: 'de',
    page: ['Reparatur', '/repair'],
    minutesAgo: 18,
    lines: [
      v('Repariert ihr auch Zelte von anderen Marken?'),
      { handoff: 'weak', draft: 'Our workshop repairs tents, jackets, backpacks and boots, also those bought elsewhere.', sure: 0.38 },
      pause(2),
      bea,
      says('Hallo Helena, ja, wir reparieren auch Zelte anderer Marken. Ein Foto vom Schaden hilft uns für das Angebot.'),
    ],
  },
  // Returned to the AI.
  {
    site: 'shop',
    visitor: { name: 'Marek Novák', email: 'marek.novak@example.cz' },
    page: ['Gift cards', '/gift-cards'],
    minutesAgo: 95,
    end: 'returned_to_ai',
    lines: [
      v('I want to talk to a person about a gift card'),
      { handoff: 'words' },
      pause(2),
      ana,
      says('Hi Marek, Ana here. What is it about?'),
      v('Can I split one over two orders?'),
      says('Yes, a gift card keeps its balance. The assistant can help you with the rest.'),
      pause(1),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Sofia Conti', email: 'sofia.conti@example.it' },
    page: ['Delivery', '/delivery'],
    minutesAgo: 180,
    end: 'returned_to_ai',
    lines: [
      v('Can a human help me, I do not trust chatbots'),
      { handoff: 'words' },
      pause(5),
      bea,
      says('Of course, Sofia. How can I help?'),
      v('Just wanted to be sure my address was changed'),
      says('It is, I checked. I will hand you back to the assistant for tracking.'),
    ],
  },
  // Yesterday and before.
  {
    site: 'shop',
    visitor: { name: 'Liam Byrne', email: 'liam.byrne@example.ie' },
    page: ['Order 48031', '/orders/48031'],
    minutesAgo: DAY + 40,
    end: 'resolved',
    rating: 5,
    lines: [
      v('The zip of my tent broke after three months'),
      ai(
        'Everything we sell has a warranty of two years; tents and backpacks of our own brand have five. Send us a photo of the damage and the order number, and we repair, replace or refund.',
        0.9,
        'Warranty',
      ),
      v('Can someone arrange that for me? I would like to speak with an agent'),
      { handoff: 'words' },
      pause(4),
      bea,
      says('Hi Liam, of course. I have opened a repair for you, the label is in your inbox.'),
      v('Brilliant, thanks!'),
      says('Enjoy the next trip.'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Greta Holm', email: 'greta.holm@example.dk' },
    page: ['Checkout', '/checkout'],
    minutesAgo: DAY + 130,
    end: 'resolved',
    rating: 4,
    lines: [
      v('My payment failed three times but the money is gone from my account'),
      {
        handoff: 'billing',
        draft: 'We accept credit and debit cards, PayPal, Apple Pay, Google Pay, bank transfer and invoice.',
        sure: 0.52,
        priority: 'urgent',
      },
      pause(2),
      ana,
      says(
        'Hello Greta, I see two reservations that the bank releases by itself tonight, and no charge. Shall I place the order for you as invoice?',
      ),
      v('Yes please'),
      says('Done, order 48044. It leaves today.'),
      note('Card issuer refuses 3-D Secure on mobile. Third case this week.'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'David Okafor', email: 'd.okafor@example.org' },
    page: ['Contact', '/contact'],
    minutesAgo: DAY + 300,
    end: 'resolved',
    rating: 3,
    lines: [
      v('I will take legal action if you do not delete my data, my lawyer will contact you'),
      { handoff: 'legal', priority: 'high' },
      pause(11),
      ana,
      says('Dear Mr Okafor, I have passed your request to our data protection officer, who answers within two working days.'),
      v('Fine.'),
      note('Ticket with the DPO: answer due Thursday.'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Emma Fournier', email: 'emma.fournier@example.fr' },
    locale: 'fr',
    page: ['Livraison', '/livraison'],
    minutesAgo: DAY + 420,
    end: 'resolved',
    rating: 5,
    lines: [
      v('Je veux parler à une personne, mon colis est bloqué depuis une semaine'),
      { handoff: 'words' },
      pause(6),
      bea,
      says('Bonjour Emma, je regarde tout de suite. Le colis repart aujourd’hui, livraison demain.'),
      v('Merci beaucoup !'),
    ],
  },
  {
    site: 'rentals',
    visitor: { name: 'Noah Weber', email: 'noah.weber@example.ch' },
    page: ['Rent a stove', '/rent/stoves'],
    minutesAgo: DAY + 510,
    end: 'resolved',
    lines: [
      v('Can I take a rented stove on a plane?'),
      { handoff: 'no_answer', draft: 'A stove costs from €4 a day.', sure: 0.2 },
      pause(3),
      ana,
      says('Yes, if it is clean and without fuel; cartridges are not allowed. We have a sheet with the airlines’ rules, I sent it to you.'),
      v('Super'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Chloe Adams', email: 'chloe.adams@example.com' },
    page: ['Discounts', '/basket'],
    minutesAgo: 2 * DAY + 60,
    end: 'resolved',
    rating: 2,
    lines: [
      v('My voucher code does not work'),
      ai('Enter a discount code in the basket, under the list of items, and press Apply. One code counts per order.', 0.89, 'Discount codes'),
      v('I did that!! This is ridiculous, terrible service, I am really disappointed and want to complain'),
      { handoff: 'complaint' },
      pause(14),
      bea,
      says('I am sorry, Chloe. The code expired on Sunday; I have added 10 % to your account by hand.'),
      v('ok'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Yusuf Demir', email: 'yusuf.demir@example.com' },
    page: ['Ridge boots', '/boots/ridge'],
    minutesAgo: 2 * DAY + 200,
    end: 'closed',
    lines: [v('Hello, I would like to talk to a human'), { handoff: 'words' }, pause(20)],
  },
  {
    site: 'shop',
    visitor: { name: 'Anna Kowalczyk', email: 'anna.k@example.pl' },
    page: ['Pegs', '/spare-parts'],
    minutesAgo: 2 * DAY + 260,
    end: 'resolved',
    rating: 5,
    lines: [
      v('Do you have pegs for frozen ground?'),
      { handoff: 'weak', draft: 'We stock poles, pegs, buckles, straps, guy lines and zips for every model of the last ten years.', sure: 0.46 },
      pause(2),
      ana,
      says('We do: the steel nails, 8 pieces for €14. Ordinary pegs bend in frost.'),
      v('Ordered, thanks'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Felix Braun', email: 'felix.braun@example.de' },
    locale: 'de',
    page: ['Bestellung', '/orders'],
    minutesAgo: 3 * DAY + 90,
    end: 'resolved',
    rating: 4,
    lines: [
      v('Kann ich mit einem Mitarbeiter sprechen? Meine Rechnung stimmt nicht'),
      { handoff: 'words' },
      pause(7),
      bea,
      says('Hallo Felix, ich habe die Rechnung korrigiert und neu geschickt.'),
      v('Perfekt, danke'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Grace Kim', email: 'grace.kim@example.com' },
    page: ['Tents', '/tents'],
    minutesAgo: 3 * DAY + 240,
    end: 'resolved',
    lines: [
      v('What is the carbon footprint of the Fjell 3?'),
      { handoff: 'no_answer', draft: 'I could not find this in our help articles.', sure: 0.08 },
      pause(9),
      ana,
      says('Our report says 41 kg CO₂e over its life; I sent you the PDF.'),
      v('Great, appreciated'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Peter Lang', email: 'peter.lang@example.org' },
    page: ['Order 47770', '/orders/47770'],
    minutesAgo: 4 * DAY + 30,
    end: 'resolved',
    rating: 5,
    lines: [
      v('Why was I billed twice for the tent I sent back? I want my money back'),
      { handoff: 'billing', draft: 'You can return anything unused within 60 days.', sure: 0.47, priority: 'high' },
      pause(3),
      ana,
      says('That should not happen, Peter. Both amounts are on their way back to you.'),
      v('Thank you for the quick help'),
    ],
  },
  {
    site: 'shop',
    visitor: { name: 'Nina Petrova', email: 'nina.p@example.bg' },
    page: ['Stoves', '/stoves'],
    minutesAgo: 5 * DAY + 70,
    end: 'resolved',
    rating: 4,
    lines: [
      v('Which fuel does the Ember stove take?'),
      { handoff: 'unavailable' },
      pause(5),
      bea,
      says('Any screw-top gas canister (EN 417). The winter mix works down to −15 °C.'),
      v('👍'),
    ],
  },
  // Answered by the AI alone.
  ...aiOnly(),
];

function aiOnly(): DemoStory[] {
  const said: readonly [
    name: string | undefined,
    minutesAgo: number,
    page: readonly [string, string],
    question: string,
    answer: string,
    sure: number,
    from: string,
    rating?: number,
  ][] = [
    [
      'Olga Ivanova',
      15,
      ['Delivery', '/delivery'],
      'How much is shipping?',
      'Delivery is free for orders above €60. Below that it costs €4.90 within the country and €9.90 to the rest of Europe.',
      0.95,
      'Delivery costs',
    ],
    [
      undefined,
      26,
      ['Home', '/'],
      'When are you open?',
      'Our shop in Hamburg is open Monday to Saturday from 10:00 to 19:00, the one in Leipzig from 10:00 to 18:00.',
      0.96,
      'Opening hours and shops',
    ],
    [
      'Mateo García',
      55,
      ['Payment', '/checkout'],
      'Can I pay by PayPal?',
      'We accept credit and debit cards, PayPal, Apple Pay, Google Pay, bank transfer and invoice within 30 days.',
      0.94,
      'Payment methods',
      5,
    ],
    [
      undefined,
      110,
      ['Boots', '/boots'],
      'How do I measure my foot?',
      'Measure your foot in the evening, from heel to longest toe, with the socks you hike in.',
      0.92,
      'Boot sizes',
    ],
    [
      'Isabel Costa',
      240,
      ['Account', '/account'],
      'I forgot my password',
      'To reset your password choose Forgotten password on the sign-in page; the link in the email is valid for one hour.',
      0.97,
      'Account and password',
      5,
    ],
    [
      undefined,
      390,
      ['Gift cards', '/gift-cards'],
      'How long is a gift card valid?',
      'They are valid for five years and can be used in several purchases.',
      0.93,
      'Gift cards',
    ],
    ['Ruth Jensen', DAY + 15, ['Repairs', '/repair'], 'How much is a repair?', 'New zips cost from €25, patches from €12.', 0.86, 'Repairs', 4],
    [
      undefined,
      DAY + 90,
      ['Tents', '/tents'],
      'How waterproof is the tent?',
      '3,000 mm are enough for a tent fly, 5,000 mm for its floor.',
      0.81,
      'Waterproof ratings',
    ],
    ['Hugo Martin', DAY + 600, ['Returns', '/returns'], 'Are returns free?', 'Returns are free within the country.', 0.94, 'Returns', 5],
    [
      undefined,
      2 * DAY + 20,
      ['Express', '/delivery'],
      'Can I get it tomorrow?',
      'Express delivery costs €14.90 and arrives on the next working day when you order before 12:00.',
      0.84,
      'Express delivery',
    ],
    [
      'Elif Kaya',
      2 * DAY + 480,
      ['Basket', '/basket'],
      'Do you deliver to Switzerland?',
      'We deliver to all countries of the European Union, Norway, Switzerland and the United Kingdom.',
      0.95,
      'Countries we deliver to',
    ],
    [
      undefined,
      3 * DAY + 33,
      ['Backpacks', '/backpacks'],
      'How many litres for a week?',
      'For a weekend 35 to 45 litres are enough, for a week with a tent 55 to 65 litres.',
      0.9,
      'Backpack sizes',
      5,
    ],
    [
      'Ken Watanabe',
      4 * DAY + 300,
      ['Jackets', '/jackets'],
      'How do I wash my rain jacket?',
      'Wash rain jackets at 30 °C with liquid detergent, without softener, and tumble dry on low to wake up the water repellency.',
      0.93,
      'Washing jackets and sleeping bags',
    ],
    [
      undefined,
      5 * DAY + 200,
      ['Pick up', '/checkout'],
      'Can I pick up my order?',
      'Choose Pick up at checkout and select the shop. You get an email when the order is ready, usually within two hours.',
      0.94,
      'Picking up in the shop',
    ],
  ];
  return said.map(([name, minutesAgo, page, question, answer, sure, from, rating]) => ({
    site: 'shop',
    visitor: name ? { name, email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com` } : {},
    page,
    minutesAgo,
    lines: [v(question), ai(answer, sure, from), v('Thanks!')],
    ...(minutesAgo > 60 ? { end: 'ended_by_visitor' as const } : {}),
    ...(rating ? { rating } : {}),
  }));
}
