/** Where the open panel fills the screen: phones, either way up, and pages that are zoomed in far. As in the styles. */
const FULL = '(max-width: 480px), (max-height: 480px)';

/** While the panel fills the screen, the page behind it must not scroll under the visitor's finger. */
export class FullScreen {
  private readonly media = matchMedia(FULL);
  private readonly still = new CSSStyleSheet();

  constructor(private readonly changed: () => void) {
    this.still.replaceSync('html{overflow:hidden!important}');
    this.media.addEventListener('change', changed);
  }

  get on(): boolean {
    return this.media.matches;
  }

  /** A sheet of our own, taken away again: what the page had set stays as it was. */
  holdPage(held: boolean): void {
    const sheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.still);
    if (held || sheets.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = held ? [...sheets, this.still] : sheets;
  }

  stop(): void {
    this.media.removeEventListener('change', this.changed);
    this.holdPage(false);
  }
}
