import { ApplicationRef, createComponent, DOCUMENT, EnvironmentInjector, inject, Injectable, Injector, type Type } from '@angular/core';
import { ConfirmDialog, type Question } from './confirm-dialog.js';
import { DIALOG_DATA, DialogRef } from './dialog-ref.js';

const WIDTH_PX = 480;
const NARROW_PX = 420;

export type DialogPlace = 'middle' | 'top';

/**
 * Opens modal dialogs in the browser's own frame for them: what lies behind is out of reach, Esc and the backdrop close,
 * the focus goes back to where it was. The frame is styled in `controls.css`.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly app = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);
  private readonly document = inject(DOCUMENT);

  /** @returns what the dialog closed with; undefined when it was dismissed */
  async open<Result, Data = undefined>(
    content: Type<unknown>,
    data?: Data,
    widthPx = WIDTH_PX,
    at: DialogPlace = 'middle',
  ): Promise<Result | undefined> {
    const frame = this.frame(widthPx, at);
    const ref = new DialogRef<Result>(frame);
    const { environmentInjector } = this;
    const elementInjector = Injector.create({
      providers: [
        { provide: DialogRef, useValue: ref },
        { provide: DIALOG_DATA, useValue: data },
      ],
      parent: environmentInjector,
    });
    const inside = createComponent(content, { environmentInjector, elementInjector });
    frame.append(inside.location.nativeElement as HTMLElement);
    this.app.attachView(inside.hostView);
    const before = this.document.activeElement as HTMLElement | null;
    const stopListening = this.listen(frame, () => ref.close());
    this.document.body.append(frame);
    inside.changeDetectorRef.detectChanges();
    frame.showModal();
    frame.focus();
    try {
      return await ref.closed;
    } finally {
      stopListening();
      inside.destroy();
      frame.close();
      frame.remove();
      if (before?.isConnected) before.focus();
    }
  }

  /** Asks before something that cannot be taken back; true only for a plain yes. */
  async confirm(question: Question): Promise<boolean> {
    return (await this.open<boolean, Question>(ConfirmDialog, question, NARROW_PX)) === true;
  }

  private frame(widthPx: number, at: DialogPlace): HTMLDialogElement {
    const frame = this.document.createElement('dialog');
    frame.className = 'ba-frame';
    frame.dataset['at'] = at;
    frame.style.setProperty('--width', `${widthPx}px`);
    frame.tabIndex = -1;
    // Said outright for those who look for it.
    frame.setAttribute('role', 'dialog');
    frame.setAttribute('aria-modal', 'true');
    return frame;
  }

  private listen(frame: HTMLDialogElement, dismiss: () => void): () => void {
    const view = this.document.defaultView!;
    let pressedBehind = false;
    frame.addEventListener('cancel', (event) => {
      event.preventDefault();
      dismiss();
    });
    // A browser may insist on closing it.
    frame.addEventListener('close', dismiss);
    // The frame holds nothing but its content: what hits the frame itself was meant for what lies behind. Text that is marked beyond the edge is not.
    frame.addEventListener('pointerdown', (event) => (pressedBehind = event.target === frame));
    frame.addEventListener('click', (event) => {
      if (pressedBehind && event.target === frame) dismiss();
    });
    view.addEventListener('popstate', dismiss);
    return () => view.removeEventListener('popstate', dismiss);
  }
}
