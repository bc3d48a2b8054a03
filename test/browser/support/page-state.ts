import type { Page } from 'playwright-core';

/** What a website owns of its page; the widget must leave all of it as it is. */
export interface PageState {
  readonly globals: readonly string[];
  readonly builtIns: string;
  readonly markup: string;
  readonly styles: readonly string[];
  readonly sheets: number;
  readonly title: string;
}

export async function stateOf(page: Page): Promise<PageState> {
  return page.evaluate<PageState>(`(() => {
    const builtIns = [Object, Function, Array, String, Promise, Map, Event, Node, Element, HTMLElement, Document, ShadowRoot, Storage];
    const styles = [];
    let names = '';
    for (const each of builtIns) names += each.name + ': ' + Reflect.ownKeys(each.prototype).map(String) + '; ';
    for (const each of document.querySelectorAll('html, body, .theirs')) {
      const style = getComputedStyle(each);
      for (let i = 0; i < style.length; i++) styles.push(each.tagName + ' ' + style[i] + ': ' + style.getPropertyValue(style[i]));
      const { x, y, width, height } = each.getBoundingClientRect();
      styles.push(each.tagName + ' at ' + [x, y, width, height]);
    }
    return {
      globals: Object.getOwnPropertyNames(window).sort(),
      builtIns: names,
      markup: document.documentElement.outerHTML
        .replace(/<baton-widget[^]*?<\\/baton-widget>/g, '')
        .replace(/<script[^>]*\\/widget\\/v1\\.js[^>]*><\\/script>/g, ''),
      styles: styles.sort(),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      title: document.title,
    };
  })()`);
}

const LOOKED_AT = ['.launcher', '.panel', '.head h2', '.turn.ai .bubble', '.turn.visitor .bubble', '.composer textarea', '.send'] as const;

/** What of one list is not in the other: the whole of both would be thousands of lines. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((line) => !is.has(line)).map((line) => `- ${line}`), ...after.filter((line) => !was.has(line)).map((line) => `+ ${line}`)];
}

/** How the open widget looks, part by part: every property that the browser has computed for it. */
export async function lookOfWidget(page: Page): Promise<string[]> {
  return page.evaluate(`(async () => {
    const root = document.querySelector('baton-widget').shadowRoot;
    await Promise.allSettled(root.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished));
    const look = [];
    for (const part of ${JSON.stringify(LOOKED_AT)}) {
      const style = getComputedStyle(root.querySelector(part));
      for (let i = 0; i < style.length; i++) if (!style[i].startsWith('--')) look.push(part + ' ' + style[i] + ': ' + style.getPropertyValue(style[i]));
    }
    return look;
  })()`);
}
