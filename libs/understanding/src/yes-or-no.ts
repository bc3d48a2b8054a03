import { fold, tokenize } from './tokens.js';

/** In the languages that the widget speaks. */
const YES = wordsOf(`yes yeah yep yup sure ok okay definitely absolutely  ja gerne klar jo jawohl unbedingt  si claro vale  oui volontiers  sim certo
  va bene certamente  graag prima  tak pewnie jasne poprosze  evet olur tamam  نعم أجل اجل طيب تمام`);
const NO = wordsOf('no nope nah  nein ne  non  nao  nee  nie  hayir hayır yok  لا كلا');
const POLITE =
  wordsOf(`please thanks thank you thx  bitte danke schon sehr  por favor gracias muchas  s il vous plait merci d accord beaucoup bien  obrigado obrigada
  per favore grazie  dank u je wel alstublieft alsjeblieft  prosze dziekuje dzieki  lutfen tesekkurler tesekkur ederim  شكرا من فضلك لو سمحت`);
const MAX_WORDS = 5;

/** What a short message answers to a question that was just asked; null when it says more than yes or no. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const words = tokenize(text).map(({ word }) => word);
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const only = (answer: ReadonlySet<string>): boolean =>
    words.some((word) => answer.has(word)) && words.every((word) => answer.has(word) || POLITE.has(word));
  if (only(NO)) return 'no';
  if (only(YES)) return 'yes';
  return words.every((word) => ASKING.has(word)) ? 'yes' : null;
}

/** “Please” alone is a yes, “thank you” alone is not. */
const ASKING = wordsOf('please bitte por favor s il vous plait per favore alstublieft alsjeblieft prosze lutfen من فضلك');

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(fold));
}
