import { rows } from './rows.js';

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

const WAYS_TO_ASK = [
  'How do I return the # once it was opened?',
  'What does the # cost to repair?',
  'Is there a warranty on the #?',
  'My # does not start any more',
  'Where do I find the manual of the #?',
  'Can the # be used outdoors?',
  'Which batteries does the # need?',
  'How long does the # take to charge?',
  'I would like to register my #',
  'Does the # work abroad?',
] as const;
/** Asked by visitors, and written down nowhere. */
const OTHER_WAYS = ['Where can I get my # repaired?', 'Could I send the # back if it is open?', 'How many hours until a # is charged?'] as const;

/** What a shop sells, each in an article of its own with ten questions: name, which is its only mention anywhere, and id. */
export interface Product {
  readonly name: string;
  readonly articleId: string;
}

export async function seedArticles(database: string, websiteId: string, count: number): Promise<Product[]> {
  const names = Array.from({ length: count }, (_, n) => nameOf(n));
  const articles = await rows<{ id: string; name: string }>(
    database,
    `with given as (select uuidv7() as id, name, n from unnest($2::text[]) with ordinality as t (name, n)),
     a as (
       insert into knowledge_article (id, website_id, title, body, language, published, created_at, updated_at)
       select id, $1, 'About the ' || name, replace($3, '#', name), 'en', true, now(), now() from given),
     q as (
       insert into knowledge_question (id, article_id, website_id, text, position)
       select uuidv7(), given.id, $1, replace(way, '#', name), p from given, unnest($4::text[]) with ordinality as w (way, p))
     select id, name from given order by n`,
    [websiteId, names, BODY, WAYS_TO_ASK],
  );
  return articles.map(({ id, name }) => ({ name, articleId: id }));
}

export function questionAbout({ name }: Product, n: number): string {
  return OTHER_WAYS[n % OTHER_WAYS.length]!.replace('#', name);
}

const BODY = [
  'The # comes with everything it needs and can be returned within thirty days.',
  'Repairs of the # are free in the first two years.',
  'Hold the button of the # for ten seconds if it does not start.',
  'The manual of the # lies in its box and on our pages.',
  'It is made for rooms; in rain the # should be covered.',
  'The # is charged in four hours and needs no other batteries.',
].join(' ');

/** Made of syllables, so that no two are alike and none is a word of any language: `fibosa`, `kurane`. */
function nameOf(n: number): string {
  const syllables = CONSONANTS.length * VOWELS.length;
  // A stride that has no divisor in common with the number of names, so that neighbours differ in every syllable.
  let rest = (n * 157_523 + 12_345) % syllables ** 3;
  let name = '';
  for (let k = 0; k < 3; k++, rest = Math.floor(rest / syllables)) {
    const syllable = rest % syllables;
    name += CONSONANTS[syllable % CONSONANTS.length]! + VOWELS[Math.floor(syllable / CONSONANTS.length)]!;
  }
  return name;
}
