// @ts-expect-error Where it keeps what `@Type()` said: it has no public way to it, and no types.
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Type } from '@nestjs/common';

export type Schema = Readonly<Record<string, unknown>>;

const options = { refPointerPrefix: '#/components/schemas/', classTransformerMetadataStorage: defaultMetadataStorage as never };
/** `@Type(() => Object)` means any object, which is no class of ours. */
const ANY_OBJECT = '{"$ref":"#/components/schemas/Object"}';

/** What is checked of every body and query, from the same decorators that check it. */
export class InputSchemas {
  /** Of the classes with fields of their own; those derived by `PartialType` and the like have none. */
  private readonly declared = validationMetadatasToSchemas(options) as Readonly<Record<string, Schema>>;

  of(type: Type): Schema {
    const schema = JSON.stringify(targetConstructorToSchema(type, options));
    return JSON.parse(schema.replaceAll(ANY_OBJECT, '{"type":"object"}')) as Schema;
  }

  /** The classes, and those they refer to, by name. */
  named(types: readonly Type[]): Record<string, Schema> {
    const found: Record<string, Schema> = Object.fromEntries(types.map((type) => [type.name, this.of(type)]));
    const waiting = Object.values(found).flatMap(referred);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found[name]) continue;
      const schema = this.declared[name] ?? { type: 'object' };
      found[name] = schema;
      waiting.push(...referred(schema));
    }
    return found;
  }
}

function referred(schema: Schema): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
}
