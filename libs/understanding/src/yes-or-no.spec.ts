import { describe, expect, it } from '@jest/globals';
import { yesOrNo } from './yes-or-no.js';

describe('yes or no', () => {
  it.each([
    'yes',
    'Yes, please!',
    'sure',
    'please',
    'Ja bitte',
    'gerne',
    'Sí, por favor',
    'Oui, merci',
    'd’accord, oui',
    'Sim, obrigada',
    'Sì grazie',
    'Ja graag',
    'Tak, proszę',
    'Evet lütfen',
    'نعم من فضلك',
  ])('“%s” is yes', (text) => expect(yesOrNo(text)).toBe('yes'));

  it.each(['no', 'No, thank you.', 'Nein danke', 'no gracias', 'Non merci', 'não', 'nee dank u', 'Nie, dziękuję', 'Hayır, teşekkürler', 'لا شكرا'])(
    '“%s” is no',
    (text) => expect(yesOrNo(text)).toBe('no'),
  );

  it.each(['', '?', 'thank you', 'yes but first tell me where it is', 'No answer came to my mail', 'Where is my parcel?', 'yes and no', 'no yes'])(
    '“%s” is neither',
    (text) => expect(yesOrNo(text)).toBeNull(),
  );
});
