/**
 * Words that are in every question and say little about what it is after. A large knowledge base finds that out by
 * itself; one with five articles cannot. Normalised as `wordsOf` does it.
 */
const COMMON = `
a about all am an and any are as at be been but by can could did do does for from get give go had has have hello help hey
hi how i i'd i'll i'm i've if in is it it's just know let like long look make may me more much must my need no not of on or
our out please see should show so some something tell than thank thanks that that's the their them then there these they
thing this to up us use want was way we well were what what's when where which who why will with without would yes you your
aber alle als am an auch auf aus bei bin bis bitte da danke das dass dein den denn der des die dir doch du ein eine einen
einer es etwas fur gibt habe haben hallo hat ich ihr ihre ihren im in ist ja kann kannst konnen man mehr mein meine meinen
mich mir mit mochte muss nach nicht noch nur oder ob sein sich sie sind so uber um und uns unter vom von vor wann warum was
wenn wer werden wie wieso will wir wird wo zu zum zur
al algo como con cual cuando cuanto de del donde el ella en es esta este estoy gracias gustaria ha hay hola la las le lo los
me mi mis muy necesito no nos o para pero por porque puede pueden puedo que quien quiero se ser si sobre son su sus te tengo
tiene todo tu un una y ya yo
au aussi avec avez avoir bonjour c'est ce ces cette combien comme comment d'un d'une dans de des dois du elle en es est et
etre faire faut il j'ai je l'on la le les leur ma mais me merci mes moi mon ne nous on ou par pas peut peux plus pour pouvez
puis qu'est quand que quel quelle qui quoi sa sans ses si son sont sur ta tu un une veux voudrais vous votre y
`;

const common = new Set(COMMON.trim().split(/\s+/));

export function isCommon(word: string): boolean {
  return common.has(word);
}
