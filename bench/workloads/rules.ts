import { isDeepStrictEqual } from 'node:util';
import type { Facts, RuleConditions } from '#contracts';
import { compileRules } from '#rules';
import { closures, engineAlone, type Ask } from '../anchors/rule-engines.js';
import type { Contender, Prepared, Sample, Workload } from '../measure/workload.js';
import { aRule, aSituation, Dice } from '../stage/rule-book.js';
import type { Stage } from '../stage/stage.js';

const ENGINE = 'json-rules-engine alone';
const CLOSURES = 'compiled closures';
const SIZES = [10, 100, 1_000] as const;
const LARGEST = 1_000;
const SITUATIONS = 60;
const SEED = 4_100;

/** A rule book, and situations in which nothing and in which something in it fires. */
interface Book {
  readonly documents: readonly RuleConditions[];
  readonly quiet: readonly Facts[];
  readonly firing: readonly { readonly facts: Facts; readonly fires: number }[];
}

export const rules: Workload = {
  name: 'rules',
  what: `which of ${LARGEST} rules of four conditions fire, asked of ever other facts; nothing fires`,
  unit: 'µs a question',
  quick: true,
  goals: [
    { kind: 'limit', atMost: 100, says: '1,000 rules of which none fires, at most 100 µs' },
    { kind: 'limit', figure: 'perFiredMicros', atMost: 200, says: 'more for every rule that fires, at most 200 µs' },
    { kind: 'ratio', anchor: ENGINE, atMost: 0.01, says: `against ${ENGINE}, at most 0.01` },
    { kind: 'ratio', anchor: CLOSURES, atMost: 1, says: `against ${CLOSURES}, at most 1` },
  ],
  async prepare(stage: Stage): Promise<Prepared> {
    const books = new Map<number, Book>();
    for (const size of SIZES) books.set(size, await bookOf(size));
    const millis = (stage.scale.seconds * 1000) / 10;
    const contender = (name: string, make: (documents: readonly RuleConditions[]) => Ask): Contender => {
      const asks = new Map([...books].map(([size, { documents }]) => [size, make(documents)]));
      return { name, run: () => measured(books, asks, millis) };
    };
    return {
      ours: contender('Baton', ours),
      anchors: [contender(ENGINE, engineAlone), contender(CLOSURES, closures)],
      verify: () => allAgree(books),
      close: () => Promise.resolve(),
    };
  },
};

/** Whole decisions as the server makes them, evidence included. */
function ours(documents: readonly RuleConditions[]): Ask {
  const set = compileRules(documents.map((conditions, index) => ({ index, conditions, stage: 'before_reply' as const, priority: 0 })));
  if (set.broken.length > 0) throw new Error(`The bench's own rules are broken: ${JSON.stringify(set.broken[0])}`);
  return async (facts) => (await set.decide('before_reply', facts)).map(({ rule }) => rule.index);
}

async function measured(books: ReadonlyMap<number, Book>, asks: ReadonlyMap<number, Ask>, millis: number): Promise<Sample> {
  const quiet = new Map<number, number>();
  for (const [size, book] of books) quiet.set(size, await microsEach(asks.get(size)!, book.quiet, millis));
  const { firing } = books.get(LARGEST)!;
  const loud = await microsEach(
    asks.get(LARGEST)!,
    firing.map(({ facts }) => facts),
    millis,
  );
  const firesOnAverage = firing.reduce((sum, { fires }) => sum + fires, 0) / firing.length;
  return {
    value: quiet.get(LARGEST)!,
    more: {
      of10Micros: quiet.get(10)!,
      of100Micros: quiet.get(100)!,
      perFiredMicros: Math.max(0, loud - quiet.get(LARGEST)!) / firesOnAverage,
    },
  };
}

/** Every situation at least once, and for at least so long. */
async function microsEach(ask: Ask, situations: readonly Facts[], millis: number): Promise<number> {
  const began = performance.now();
  let asked = 0;
  do {
    await ask(situations[asked % situations.length]!);
    asked += 1;
  } while (performance.now() - began < millis);
  return ((performance.now() - began) * 1000) / asked;
}

async function bookOf(size: number): Promise<Book> {
  const dice = new Dice(SEED + size);
  const documents = Array.from({ length: size }, () => aRule(dice));
  const ask = closures(documents);
  const quiet: Facts[] = [];
  const firing: { facts: Facts; fires: number }[] = [];
  while (quiet.length < SITUATIONS || firing.length < SITUATIONS) {
    const facts = aSituation(dice);
    const fires = (await ask(facts)).length;
    if (fires === 0 && quiet.length < SITUATIONS) quiet.push(facts);
    if (fires > 0 && firing.length < SITUATIONS) firing.push({ facts, fires });
  }
  return { documents, quiet, firing };
}

/** @throws unless all three say the same of every rule in every situation */
async function allAgree(books: ReadonlyMap<number, Book>): Promise<void> {
  for (const [size, { documents, quiet, firing }] of books) {
    const [engine, plain, baton] = [engineAlone(documents), closures(documents), ours(documents)];
    for (const facts of [...quiet, ...firing.map((each) => each.facts)]) {
      const answers = [await engine(facts), await plain(facts), await baton(facts)];
      if (answers.every((answer) => isDeepStrictEqual(answer, answers[0]))) continue;
      throw new Error(`Of ${size} rules the engine says ${answers[0]}, the closures ${answers[1]} and Baton ${answers[2]}: ${JSON.stringify(facts)}`);
    }
  }
}
