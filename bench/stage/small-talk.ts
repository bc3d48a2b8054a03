const WORDS = (
  'apple autumn basket blanket blue boat bread bridge candle carpet cedar chair clay cloud copper corner cotton curtain desk door drawer evening ' +
  'field flower forest fountain garden glass grass green guitar hammer harbour hill honey island jacket kettle kitchen ladder lake lamp leaf ' +
  'lemon linen maple market meadow mirror morning moss mountain north oak olive orchard paint paper path pearl pebble pencil piano pillow pine ' +
  'plate pond porch quilt rain ribbon river roof rope sail sand shelf silver sofa south spring stone straw street summer table tea thread tile ' +
  'timber tower trail tulip valley velvet violet wagon walnut water wheel willow window winter wood wool yellow'
).split(' ');

/** Eight words in which no rule finds anything, never twice the same: what repeats itself would call a person. */
export function smallTalk(): string {
  return Array.from({ length: 8 }, () => WORDS[Math.floor(Math.random() * WORDS.length)]).join(' ');
}
