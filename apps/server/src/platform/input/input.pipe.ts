import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { FieldError } from '#contracts';
import { InvalidInput } from '../problems/index.js';
import { withoutInsides } from './as-it-came.js';
import { rememberRules } from './remember-rules.js';
import { unstorable } from './unstorable.js';

rememberRules(getMetadataStorage());

/** Checks whatever comes in, from HTTP and sockets alike, and names the field that is wrong. */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => flat(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const errors = unstorable(value, metadata.data ?? '');
      if (errors.length > 0) throw new InvalidInput(errors);
    }
    const { outside, putBack } = withoutInsides(value, metadata.metatype);
    return putBack(await super.transform(outside, metadata));
  }
}

function flat(error: ValidationError, parent: string): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => flat(child, path))];
}
