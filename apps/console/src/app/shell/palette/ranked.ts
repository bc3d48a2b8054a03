import { go } from 'fuzzysort';
import { type Shortcut, wordsOf } from '../shortcuts';

/** A piece of a title, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface RankedCommand {
  readonly command: Shortcut;
  readonly pieces: readonly Piece[];
  /** Its letters stand scattered in the words: a guess, behind whatever is called what was typed. */
  readonly isGuess: boolean;
}

const MOST = 8;
/** What is found by its group's name alone stands behind what is found by its own. */
const WEIGHT_OF_GROUP = 0.6;
/** What is found by whole words, their beginnings or a piece of one scores higher. */
const GUESS_BELOW = 0.4;

/** The commands that fit, best first; letters may be left out, and the group's name helps ("goto inb"). */
export function rankCommands(query: string, commands: readonly Shortcut[]): readonly RankedCommand[] {
  const said = commands.map((command) => ({ command, label: wordsOf(command.label), whole: `${wordsOf(command.group)} ${wordsOf(command.label)}` }));
  return go(query, said, {
    keys: ['label', 'whole'],
    limit: MOST,
    threshold: 0.3,
    scoreFn: ([label, whole]) => Math.max(label?.score ?? 0, (whole?.score ?? 0) * WEIGHT_OF_GROUP),
  }).map((result) => ({
    command: result.obj.command,
    pieces: piecesOf(result.obj.label, result[0]?.indexes ?? []),
    isGuess: result.score < GUESS_BELOW,
  }));
}

function piecesOf(label: string, hits: readonly number[]): readonly Piece[] {
  const pieces: { text: string; hit: boolean }[] = [];
  for (const [index, letter] of [...label].entries()) {
    const hit = hits.includes(index);
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  }
  return pieces;
}
