/** An article found in what was pasted or chosen. */
export interface ImportedArticle {
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
}

export type ImportFlaw =
  | { readonly kind: 'noTitle'; readonly line: number }
  | { readonly kind: 'noBody' | 'longTitle' | 'longBody'; readonly title: string }
  | { readonly kind: 'noColumns' };

export interface Import {
  readonly articles: readonly ImportedArticle[];
  readonly flaws: readonly ImportFlaw[];
}

const LONGEST_TITLE = 300;
const LONGEST_BODY = 50_000;

/** What kind of text it is can be seen from its first line. */
export function parseImport(text: string): Import {
  const whole = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  return looksLikeCsv(whole) ? parseCsv(whole) : parseMarkdown(whole);
}

/** Every first or second level heading begins an article; the list under a line "Questions:" at its end are other ways to ask. */
export function parseMarkdown(text: string): Import {
  const articles: ImportedArticle[] = [];
  const flaws: ImportFlaw[] = [];
  const lines = text.split('\n');
  const headings = lines.flatMap((line, at) => (/^#{1,2}\s+\S/u.test(line) && !isInCode(lines, at) ? [at] : []));
  const before = lines.slice(0, headings[0] ?? lines.length).join('\n');
  if (before.trim() !== '') flaws.push({ kind: 'noTitle', line: 1 + lines.findIndex((line) => line.trim() !== '') });
  headings.forEach((at, index) => {
    const title = lines[at]!.replace(/^#{1,2}\s+/u, '')
      .replace(/\s+#*$/u, '')
      .trim();
    const { body, questions } = splitQuestions(lines.slice(at + 1, headings[index + 1] ?? lines.length));
    take({ title, body, questions, language: null, url: null }, articles, flaws);
  });
  return { articles, flaws };
}

/** With a first line that names the columns; several questions stand in one cell, a line each. @see RFC 4180 */
export function parseCsv(text: string): Import {
  const [head, ...rows] = cellsOf(text, text.slice(0, text.indexOf('\n')).includes(';') && !firstLine(text).includes(',') ? ';' : ',');
  const column = (name: string) => (head ?? []).findIndex((cell) => cell.trim().toLowerCase() === name);
  const [title, body, questions, language, url] = ['title', 'body', 'questions', 'language', 'url'].map(column) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (title < 0 || body < 0) return { articles: [], flaws: [{ kind: 'noColumns' }] };
  const articles: ImportedArticle[] = [];
  const flaws: ImportFlaw[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const at = (place: number) => (row[place] ?? '').trim();
    if (at(title) === '') flaws.push({ kind: 'noTitle', line: index + 2 });
    else {
      const asked = at(questions)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      take({ title: at(title), body: at(body), questions: asked, language: at(language) || null, url: at(url) || null }, articles, flaws);
    }
  });
  return { articles, flaws };
}

function take(article: ImportedArticle, articles: ImportedArticle[], flaws: ImportFlaw[]): void {
  const title = article.title.slice(0, 80);
  if (article.title.length > LONGEST_TITLE) flaws.push({ kind: 'longTitle', title });
  else if (article.body === '') flaws.push({ kind: 'noBody', title });
  else if (article.body.length > LONGEST_BODY) flaws.push({ kind: 'longBody', title });
  else articles.push(article);
}

function splitQuestions(lines: readonly string[]): { readonly body: string; readonly questions: readonly string[] } {
  const at = lines.findLastIndex((line) => /^\**(other\s+)?questions\**:?\**\s*$/iu.test(line.trim()));
  const rest =
    at < 0
      ? []
      : lines
          .slice(at + 1)
          .map((line) => line.trim())
          .filter(Boolean);
  const isList = rest.length > 0 && rest.every((line) => /^[-*]\s+\S/u.test(line));
  if (!isList) return { body: lines.join('\n').trim(), questions: [] };
  return { body: lines.slice(0, at).join('\n').trim(), questions: rest.map((line) => line.replace(/^[-*]\s+/u, '')) };
}

function isInCode(lines: readonly string[], at: number): boolean {
  return lines.slice(0, at).filter((line) => line.startsWith('```')).length % 2 === 1;
}

function looksLikeCsv(text: string): boolean {
  return /(^|[,;])\s*"?title"?\s*([,;]|$)/iu.test(firstLine(text));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
