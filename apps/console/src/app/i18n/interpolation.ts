import { Injectable } from '@angular/core';
import type { TranslocoTranspiler } from '@jsverse/transloco';

/**
 * Puts values into their places, once. What a visitor calls themself is such a value, and Transloco's own way would look for
 * further places inside it, for ever in the case of `{{name}}`.
 */
@Injectable()
export class Interpolation implements TranslocoTranspiler {
  transpile({ value, params = {} }: { value: unknown; params?: Readonly<Record<string, unknown>> }): unknown {
    return typeof value === 'string' ? value.replace(/\{\{(\w+)\}\}/gu, (place, name: string) => String(params[name] ?? place)) : value;
  }
}
