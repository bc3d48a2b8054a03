import ts from 'typescript';

export type Schema = Record<string, unknown>;

/**
 * JSON Schema (2020-12) of TypeScript types, as far as the contracts use them. A named, exported type without type
 * arguments becomes a `$ref` and is described once; its documentation comments become descriptions.
 */
export class SchemaWriter {
  readonly schemas: Record<string, Schema> = {};

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly isShared: (declaration: ts.Declaration) => boolean,
  ) {}

  of(type: ts.Type): Schema {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const isGeneric = (type.aliasTypeArguments ?? this.checker.getTypeArguments(type as ts.TypeReference)).length > 0;
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || isGeneric || !this.isShared(declaration) || !isNamed(declaration)) return this.structureOf(type);
    if (!this.schemas[symbol.name]) {
      // Reserved before it is written: types refer to themselves.
      this.schemas[symbol.name] = {};
      this.schemas[symbol.name] = { ...described(symbol, this.checker), ...this.structureOf(type) };
    }
    return { $ref: `#/components/schemas/${symbol.name}` };
  }

  private structureOf(type: ts.Type): Schema {
    if (type.isUnion()) return this.union(type.types);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.flags & ts.TypeFlags.NonPrimitive) return { type: 'object' };
    if (this.checker.isArrayType(type)) return { type: 'array', items: this.of(this.checker.getTypeArguments(type as ts.TypeReference)[0]!) };
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type);
    throw new Error(`There is no JSON Schema for the type ${this.checker.typeToString(type)}.`);
  }

  private union(members: readonly ts.Type[]): Schema {
    const present = members.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
    const literals = present.filter((member) => member.isStringLiteral() || member.isNumberLiteral());
    const rest = present.filter((member) => !literals.includes(member as ts.StringLiteralType));
    const booleans = rest.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
    const others = booleans.length === 2 ? rest.filter((member) => !booleans.includes(member)) : rest;
    const schemas = [
      ...(literals.length > 0 ? [{ enum: literals.map((literal) => (literal as ts.LiteralType).value) }] : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : []),
      // What may be missing is said last.
      ...others.toSorted((a, b) => Number(isNull(a)) - Number(isNull(b))).map((member) => this.of(member)),
    ];
    return schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
  }

  private object(type: ts.Type): Schema {
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const properties = this.checker.getPropertiesOfType(type);
    const required = properties.filter((property) => !(property.flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(properties.length > 0 ? { properties: Object.fromEntries(properties.map((property) => [property.name, this.property(property)])) } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(values ? { additionalProperties: this.of(values) } : {}),
    };
  }

  private property(property: ts.Symbol): Schema {
    return { ...described(property, this.checker), ...this.of(this.checker.getTypeOfSymbol(property)) };
  }
}

export function described(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): { description?: string } {
  const text = ts
    .displayPartsToString(symbol?.getDocumentationComment(checker))
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return text ? { description: text } : {};
}

const isNamed = (declaration: ts.Declaration): boolean => ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
const isNull = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Null) !== 0;
