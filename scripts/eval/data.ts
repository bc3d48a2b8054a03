import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody wrote, and what it is: `requested`, `billing`, `complaint`, or nothing of these. */
export interface Utterance {
  readonly text: string;
  readonly labels: readonly string[];
  /** The visitor's locale, where it is known. */
  readonly locale?: string;
}

/** A question and the article that answers it; null: none does. */
export interface Question {
  readonly text: string;
  readonly article: string | null;
}

/** What an article says by itself. A set without this file has articles that are nothing but their questions. */
export interface ArticleFile {
  readonly article: string;
  readonly title: string;
  readonly body: string;
  readonly language?: string;
}

export interface EvalData {
  readonly utterances: readonly Utterance[];
  readonly knowledgeQuestions: readonly (Question & { readonly article: string })[];
  readonly answerable: readonly Question[];
  readonly articles: readonly ArticleFile[];
}

/** @throws when the folder lacks one of the three files, or a line is no JSON */
export function readData(folder: string): EvalData {
  return {
    utterances: lines(join(folder, 'utterances.jsonl')),
    knowledgeQuestions: lines(join(folder, 'knowledge-questions.jsonl')),
    answerable: lines(join(folder, 'answerable.jsonl')),
    articles: existsSync(join(folder, 'articles.jsonl')) ? lines(join(folder, 'articles.jsonl')) : [],
  };
}

function lines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parsed<T>(line, `${path}:${i + 1}`)]));
}

function parsed<T>(line: string, where: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (error) {
    throw new Error(`${where}: ${String(error)}`, { cause: error });
  }
}
