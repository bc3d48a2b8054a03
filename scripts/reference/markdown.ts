/** What every generated page begins with, so that nobody edits it by hand. */
export function page(title: string, ...parts: readonly string[]): string {
  const origin = '<!-- Written by scripts/reference.ts from the code (npm run reference). Do not edit. -->';
  return `${[`# ${title}`, origin, ...parts].join('\n\n')}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function codes(texts: readonly (string | number | boolean)[]): string {
  return texts.map((text) => code(String(text))).join(' ');
}
