/** What the demo shop knows. Written for the demo; a shop for tents, packs and boots. */
export interface DemoArticle {
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
}

export const SHOP_ARTICLES: readonly DemoArticle[] = [
  {
    title: 'Delivery times',
    body: 'Orders placed before 14:00 on a working day leave our warehouse the same day. Delivery takes 2 to 3 working days within the country and 4 to 7 working days to the rest of Europe. You get an email with a tracking link as soon as the parcel is handed over.',
    questions: [
      'How long does delivery take?',
      'When will my order arrive?',
      'How fast do you ship?',
      'What is the shipping time?',
      'When does my parcel come?',
      'How many days until I get my order?',
    ],
  },
  {
    title: 'Delivery costs',
    body: 'Delivery is free for orders above €60. Below that it costs €4.90 within the country and €9.90 to the rest of Europe. Bulky items such as family tents cost €12 more because they travel by freight.',
    questions: [
      'How much is shipping?',
      'What does delivery cost?',
      'Is delivery free?',
      'Do you charge for shipping?',
      'Shipping fees',
      'Are there extra costs for large tents?',
    ],
  },
  {
    title: 'Express delivery',
    body: 'Express delivery costs €14.90 and arrives on the next working day when you order before 12:00. Choose it at checkout. It is available within the country, not for bulky items.',
    questions: [
      'Do you offer express delivery?',
      'Can I get it tomorrow?',
      'Next day delivery',
      'I need my order urgently',
      'Is there overnight shipping?',
    ],
  },
  {
    title: 'Tracking an order',
    body: 'Open the tracking link in your shipping email, or sign in and go to Orders, where every parcel shows its latest position. A new link can take up to 12 hours before it shows anything.',
    questions: [
      'Where is my order?',
      'How do I track my parcel?',
      'Track my package',
      'My tracking link does not work',
      'What is the status of my order?',
      'Where can I see my shipment?',
    ],
  },
  {
    title: 'Changing the delivery address',
    body: 'You can change the delivery address under Orders until the parcel is packed, usually two hours after ordering. After that the parcel carrier can redirect it: use the link in your shipping email.',
    questions: [
      'Can I change my delivery address?',
      'I entered the wrong address',
      'Send it to another address',
      'Change shipping address',
      'I moved, can you redirect my parcel?',
    ],
  },
  {
    title: 'Countries we deliver to',
    body: 'We deliver to all countries of the European Union, Norway, Switzerland and the United Kingdom. For Norway, Switzerland and the United Kingdom customs and duties are included in the price at checkout.',
    questions: [
      'Do you ship abroad?',
      'Which countries do you deliver to?',
      'Do you deliver to Switzerland?',
      'International shipping',
      'Can you send to the UK?',
      'Do I have to pay customs?',
    ],
  },
  {
    title: 'Returns',
    body: 'You can return anything unused within 60 days. Sign in, open Orders, choose Return, print the label and drop the parcel at any carrier shop. Returns are free within the country.',
    questions: [
      'How do I return something?',
      'Can I send an item back?',
      'What is your return policy?',
      'How long can I return an item?',
      'I want to return my boots',
      'Where is the return label?',
      'Are returns free?',
    ],
  },
  {
    title: 'Exchanging a size',
    body: 'To exchange a size, open Orders and choose Exchange instead of Return. We send the new size as soon as the carrier has scanned your parcel, so you do not wait for the warehouse. Exchanges are free once per order.',
    questions: [
      'Can I exchange for another size?',
      'The boots are too small',
      'I need a different size',
      'How do I swap sizes?',
      'Exchange my jacket for a larger one',
    ],
  },
  {
    title: 'Boot sizes',
    body: 'Measure your foot in the evening, from heel to longest toe, with the socks you hike in. Add 10 millimetres and look up the length in the size table on the product page. Our boots fit true to size; the Ridge model runs half a size small.',
    questions: [
      'Which boot size do I need?',
      'Do the boots run small?',
      'Size guide for boots',
      'How do I measure my foot?',
      'Are your boots true to size?',
      'What size should I order?',
    ],
  },
  {
    title: 'Backpack sizes',
    body: 'The back length decides: S fits 38 to 44 cm, M 44 to 50 cm, L 50 to 56 cm, measured from the seventh neck bone to the top of the hips. For a weekend 35 to 45 litres are enough, for a week with a tent 55 to 65 litres.',
    questions: [
      'Which backpack size fits me?',
      'How big should my backpack be?',
      'How do I measure my back length?',
      'How many litres for a week?',
      'What backpack volume do I need?',
    ],
  },
  {
    title: 'Payment methods',
    body: 'We accept credit and debit cards, PayPal, Apple Pay, Google Pay, bank transfer and invoice within 30 days. Invoice is available from your second order on.',
    questions: [
      'How can I pay?',
      'Which payment methods do you accept?',
      'Can I pay by PayPal?',
      'Do you take credit cards?',
      'Can I pay by invoice?',
      'Is Apple Pay possible?',
    ],
  },
  {
    title: 'Invoices and receipts',
    body: 'Your invoice is attached to the shipping email and stands under Orders as a PDF. To add a company name or VAT number, edit the billing address before the parcel is packed.',
    questions: [
      'Where do I find my invoice?',
      'Can I get a receipt?',
      'I need an invoice with VAT number',
      'Download my bill',
      'Send me the invoice as PDF',
    ],
  },
  {
    title: 'Discount codes',
    body: 'Enter a discount code in the basket, under the list of items, and press Apply. One code counts per order, and codes do not apply to gift cards or items that are reduced already. Newsletter readers get 10 % off their next order.',
    questions: [
      'How do I use a discount code?',
      'My voucher code does not work',
      'Do you have a coupon?',
      'Where do I enter the promo code?',
      'Is there a newsletter discount?',
      'Can I combine two codes?',
    ],
  },
  {
    title: 'Gift cards',
    body: 'Gift cards cost between €20 and €500 and arrive by email within minutes, or by post on printed paper. They are valid for five years and can be used in several purchases. Enter the number at checkout under Gift card.',
    questions: [
      'Do you sell gift cards?',
      'How do I use a gift card?',
      'How long is a gift card valid?',
      'Can I buy a voucher as a present?',
      'Redeem my gift card',
      'What is left on my gift card?',
    ],
  },
  {
    title: 'Warranty',
    body: 'Everything we sell has a warranty of two years; tents and backpacks of our own brand have five. It covers faults of material and workmanship, not wear. Send us a photo of the damage and the order number, and we repair, replace or refund.',
    questions: [
      'How long is the warranty?',
      'My tent pole broke, is that covered?',
      'Is there a guarantee?',
      'The zip is broken after three months',
      'What does the warranty cover?',
      'Warranty claim',
    ],
  },
  {
    title: 'Repairs',
    body: 'Our workshop repairs tents, jackets, backpacks and boots, also those bought elsewhere. Describe the damage in the repair form and send the clean item in; you get an offer within three working days. New zips cost from €25, patches from €12.',
    questions: [
      'Do you repair gear?',
      'Can you fix my jacket?',
      'How much is a repair?',
      'Replace a zip',
      'Repair service',
      'Can I have my boots resoled?',
    ],
  },
  {
    title: 'Caring for boots',
    body: 'Brush off dirt, let the boots dry slowly away from heaters, and treat leather with wax twice a season. Never put them into the washing machine. Insoles can be washed by hand.',
    questions: [
      'How do I care for leather boots?',
      'Can I wash my boots?',
      'How to clean hiking boots',
      'Which wax for my boots?',
      'My boots are wet, how do I dry them?',
    ],
  },
  {
    title: 'Washing jackets and sleeping bags',
    body: 'Wash rain jackets at 30 °C with liquid detergent, without softener, and tumble dry on low to wake up the water repellency. Down sleeping bags need down detergent and three rounds in the dryer with two tennis balls.',
    questions: [
      'How do I wash my rain jacket?',
      'Can I wash a down sleeping bag?',
      'How to restore water repellency',
      'Washing instructions jacket',
      'Is the sleeping bag machine washable?',
    ],
  },
  {
    title: 'Pitching a tent',
    body: 'Pitch the inner tent first, push the poles from one side only, and stake the corners crosswise. Every product page has a video. Practise once at home: it takes eight minutes then, and half an hour in the rain otherwise.',
    questions: [
      'How do I set up my tent?',
      'Is there a video for pitching the tent?',
      'Tent instructions',
      'How long does it take to put up the tent?',
      'I lost the manual of my tent',
    ],
  },
  {
    title: 'Spare parts',
    body: 'We stock poles, pegs, buckles, straps, guy lines and zips for every model of the last ten years. Find them on the product page under Spare parts, or tell us model and year.',
    questions: [
      'Do you have spare tent poles?',
      'Where can I buy a replacement buckle?',
      'I lost a tent peg',
      'Spare parts for my backpack',
      'Do older poles fit the newer tent?',
    ],
  },
  {
    title: 'Waterproof ratings',
    body: 'The water column says how much pressure a fabric withstands: 3,000 mm are enough for a tent fly, 5,000 mm for its floor, and from 10,000 mm on a jacket stays dry in lasting rain with a backpack on.',
    questions: [
      'How waterproof is the tent?',
      'What does water column mean?',
      'Is this jacket waterproof?',
      'Which waterproof rating do I need?',
      'Will the tent keep the rain out?',
    ],
  },
  {
    title: 'Opening hours and shops',
    body: 'Our shop in Hamburg is open Monday to Saturday from 10:00 to 19:00, the one in Leipzig from 10:00 to 18:00. On public holidays both are closed. You can try on boots, pick up orders and hand in repairs.',
    questions: [
      'When are you open?',
      'What are your opening hours?',
      'Do you have a shop?',
      'Where is your store?',
      'Are you open on Saturday?',
      'Can I try boots on in a shop?',
    ],
  },
  {
    title: 'Picking up in the shop',
    body: 'Choose Pick up at checkout and select the shop. You get an email when the order is ready, usually within two hours, and we keep it for seven days. Bring the order number.',
    questions: [
      'Can I pick up my order?',
      'Click and collect',
      'How long do you keep my order in the shop?',
      'Collect in store',
      'When is my pickup ready?',
    ],
  },
  {
    title: 'Account and password',
    body: 'To reset your password choose Forgotten password on the sign-in page; the link in the email is valid for one hour. You can change name, address and newsletter settings under Account, and order without an account as a guest.',
    questions: [
      'I forgot my password',
      'How do I reset my password?',
      'I cannot log in',
      'Change my email address',
      'Do I need an account to order?',
      'Unsubscribe from the newsletter',
    ],
  },
  {
    title: 'Out of stock',
    body: 'When a size is sold out, press Tell me on the product page and we email you the moment it is back. Most items return within three weeks. We do not take pre-orders.',
    questions: [
      'When will this be back in stock?',
      'My size is sold out',
      'Is the tent available again soon?',
      'Can I pre-order?',
      'Notify me when available',
    ],
  },
  {
    title: 'Trying gear before buying',
    body: 'Tents, stoves and packs can be rented at Northwind Rentals from €9 a day. If you buy the same model within 30 days, the first three rental days are taken off the price.',
    questions: [
      'Can I rent a tent?',
      'Do you rent out gear?',
      'Can I try a backpack before I buy it?',
      'How much does it cost to rent a tent?',
      'Rental price off the purchase',
    ],
  },
];

export const RENTAL_ARTICLES: readonly DemoArticle[] = [
  {
    title: 'Renting gear',
    body: 'Choose the gear and your dates, pay online and pick it up in the shop or have it sent two days before. A tent costs from €9 a day, a backpack from €6, a stove from €4.',
    questions: ['How does renting work?', 'How much is it to rent a tent?', 'What does renting cost?', 'Can you send rented gear?'],
  },
  {
    title: 'Changing rental dates',
    body: 'You can move a rental under My rentals until two days before it starts, as often as you like, if the gear is free. After that please talk to us.',
    questions: ['Can I change my rental dates?', 'Move my booking', 'I want to rent a week later', 'Postpone my rental'],
  },
  {
    title: 'Deposit and damage',
    body: 'We take a deposit of €50 for each item and give it back within three days after the return. Normal traces of use cost nothing; lost pegs cost €2 each, a torn fly is repaired at cost.',
    questions: ['Is there a deposit?', 'When do I get my deposit back?', 'What if I damage the tent?', 'I lost two pegs'],
  },
];
