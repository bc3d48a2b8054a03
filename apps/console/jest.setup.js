import { TestBed } from '@angular/core/testing';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { provideEnglish } from './src/app/i18n/testing/english.ts';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// Whatever a spec renders speaks; a spec about languages provides its own.
beforeEach(() => TestBed.configureTestingModule({ providers: [provideEnglish()] }));

// jsdom has no top layer: what is shown in it stands where it is in the page.
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function () {
  this.open = false;
};
HTMLElement.prototype.showPopover ??= () => undefined;
