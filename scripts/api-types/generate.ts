/**
 * Writes down, for the API documents, what TypeScript knows and the running program does not: the types of the
 * contracts, what every route and socket event answers, what the server tells by itself, and the comments on all that.
 *
 *     npm run api-types              writes the file
 *     npm run api-types -- --check   fails when it is not up to date
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { described, SchemaWriter, type Schema } from './schema-of.ts';

interface Answer {
  readonly description?: string;
  /** null: nothing comes back */
  readonly schema: Schema | null;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = `${root}apps/server/src/platform/api-docs/api-types.generated.ts`;
const TRANSPORT = /\/apps\/server\/src\/.*\.(controller|gateway)\.ts$/;
const ENTRANCES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'SubscribeMessage']);

const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(
  fileNames.filter((file) => TRANSPORT.test(file) || file.endsWith('/contracts/src/index.ts')),
  options,
);
const checker = program.getTypeChecker();
const writer = new SchemaWriter(checker, (declaration) => declaration.getSourceFile().fileName.includes('/libs/contracts/src/'));

const generated = {
  answers: answers(),
  told: { '/visitor': told('VisitorServerEvents'), '/agent': told('AgentServerEvents') },
  // The errors are no answer of any one route.
  problem: writer.of(contract('ProblemBody')),
  ackProblem: writer.of(contract('AckProblem')),
  schemas: writer.schemas,
};

const text = `// Written by scripts/api-types/generate.ts (npm run api-types). Do not edit.
export const apiTypes: ApiTypes = ${JSON.stringify(generated, null, 2)};

type Schema = Readonly<Record<string, unknown>>;

export interface ApiTypes {
  /** By \`Class.method\` of controllers and gateways; schema null: nothing comes back. */
  readonly answers: Readonly<Record<string, { readonly description?: string; readonly schema: Schema | null }>>;
  /** By namespace and event: what the server tells by itself. */
  readonly told: Readonly<Record<string, Readonly<Record<string, { readonly description?: string; readonly schema: Schema | null }>>>>;
  readonly problem: Schema;
  readonly ackProblem: Schema;
  readonly schemas: Readonly<Record<string, Schema>>;
}
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('The API documents are not up to date. Run: npm run api-types\n');
  process.exitCode = 1;
}

function answers(): Record<string, Answer> {
  const found: Record<string, Answer> = {};
  for (const file of program.getSourceFiles().filter(({ fileName }) => TRANSPORT.test(fileName))) {
    for (const declared of file.statements.filter(ts.isClassDeclaration)) {
      for (const method of declared.members.filter(ts.isMethodDeclaration).filter(isEntrance)) {
        const symbol = checker.getSymbolAtLocation(method.name);
        const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method)!);
        found[`${declared.name!.text}.${method.name.getText()}`] = { ...described(symbol, checker), schema: schemaOfAnswer(returned) };
      }
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => a.localeCompare(b)));
}

function isEntrance(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some(({ expression }) => ts.isCallExpression(expression) && ENTRANCES.has(expression.expression.getText()));
}

function schemaOfAnswer(type: ts.Type): Schema | null {
  const awaited = checker.getAwaitedType(type) ?? type;
  return awaited.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined) ? null : writer.of(awaited);
}

function told(events: string): Record<string, Answer> {
  return Object.fromEntries(
    checker.getPropertiesOfType(contract(events)).map((event) => {
      const [body] = checker.getTypeOfSymbol(event).getCallSignatures()[0]!.getParameters();
      return [event.name, { ...described(event, checker), schema: writer.of(checker.getTypeOfSymbol(body!)) }];
    }),
  );
}

function contract(name: string): ts.Type {
  const contracts = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('/contracts/src/index.ts'))!;
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(contracts)!).find((exported) => exported.name === name);
  if (!symbol) throw new Error(`The contracts have no ${name}.`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}
