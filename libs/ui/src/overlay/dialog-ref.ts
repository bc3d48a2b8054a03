import { InjectionToken } from '@angular/core';

/** What a dialog was opened with; `inject<Question>(DIALOG_DATA)` where it is a question. */
export const DIALOG_DATA = new InjectionToken<never>('DIALOG_DATA');

/** The dialog one is inside of, to be closed with what was decided in it. */
export class DialogRef<Result = unknown> {
  private readonly end = Promise.withResolvers<Result | undefined>();

  /** What it was closed with; undefined when it was dismissed. */
  readonly closed = this.end.promise;

  constructor(private readonly frame: HTMLElement) {}

  close(result?: Result): void {
    this.end.resolve(result);
  }

  /** Names the dialog by an element inside it. */
  isNamedBy(elementId: string): void {
    this.frame.setAttribute('aria-labelledby', elementId);
  }
}
