import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injectable, Injector, type TemplateRef, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Question } from './confirm-dialog.js';

const WIDTH_PX = 480;
const FROM_TOP = 'max(12px, 12vh)';

export type DialogPlace = 'middle' | 'top';

/** Opens modal dialogs: focus is trapped inside, Esc and the backdrop close, focus goes back to where it was. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);

  /** @returns what the dialog closed with; undefined when it was dismissed */
  async open<Result, Data = undefined>(
    content: Type<unknown> | TemplateRef<unknown>,
    data?: Data,
    widthPx = WIDTH_PX,
    at: DialogPlace = 'middle',
  ): Promise<Result | undefined> {
    const ref = this.start<Result, Data>(content, data, widthPx, at);
    return firstValueFrom(ref.closed, { defaultValue: undefined });
  }

  /** Asks before something that cannot be taken back; true only for a plain yes. */
  async confirm(question: Question): Promise<boolean> {
    return (await this.open<boolean, Question>(ConfirmDialog, question, 420)) === true;
  }

  private start<Result, Data>(
    content: Type<unknown> | TemplateRef<unknown>,
    data: Data | undefined,
    widthPx: number,
    at: DialogPlace,
  ): DialogRef<Result, unknown> {
    const config = {
      data,
      width: `min(${widthPx}px, calc(100vw - 24px))`,
      backdropClass: 'ba-backdrop',
      autoFocus: 'dialog' as const,
      restoreFocus: true,
      ariaModal: true,
      ...(at === 'top' && { positionStrategy: createGlobalPositionStrategy(this.injector).centerHorizontally().top(FROM_TOP) }),
    };
    // CDK overloads component and template; the call is the same for both.
    return this.dialog.open<Result, Data, unknown>(content as Type<unknown>, config);
  }
}
