import { isDevMode, makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { Interpolation } from './interpolation';
import { LANGUAGES } from './languages';

/** Transloco, fed by `Texts` alone: no loader of its own, no pipe, no directive. */
export function provideTexts(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({ config: { availableLangs: [...LANGUAGES], defaultLang: 'en', prodMode: !isDevMode() } }),
    provideTranslocoTranspiler(Interpolation),
  ]);
}
