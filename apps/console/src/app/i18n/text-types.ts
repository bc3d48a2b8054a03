import type { Language } from './languages';

/** A sentence that depends on a number; the plural rules of the language choose. French and Spanish say `other` for their rare third form. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export interface TextTree {
  readonly [name: string]: string | Plural | TextTree;
}

/** The same tree in another language: a key too few or too many does not compile. */
export type TextsLike<Tree> = { readonly [Name in keyof Tree]: Tree[Name] extends string ? string : TextsLike<Tree[Name]> };

/** Every path to a text: `thread.claim`. */
export type TextKey<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string | Plural ? Name : `${Name}.${TextKey<Tree[Name]>}`;
}[keyof Tree & string];

type TextAt<Tree, Key extends string> = Key extends `${infer Name}.${infer Rest}`
  ? Name extends keyof Tree
    ? TextAt<Tree[Name], Rest>
    : never
  : Key extends keyof Tree
    ? Tree[Key]
    : never;

type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type Params<Text> = Text extends Plural
  ? { readonly count: number } & { readonly [Name in Exclude<Placeholders<Text['one' | 'other']>, 'count'>]: string | number }
  : { readonly [Name in Placeholders<Text>]: string | number };

type Given<Text> = [Text] extends [string] ? ([Placeholders<Text>] extends [never] ? [] : [params: Params<Text>]) : [params: Params<Text>];

/** Says a text of one tree in the language chosen now. It reads signals: whatever is drawn or computed with it follows the language. */
export interface Say<Tree> {
  <Key extends TextKey<Tree>>(key: Key, ...params: Given<TextAt<Tree, Key>>): string;
}

/** The texts of one part of the console, loaded when they are needed, one language at a time. */
export interface TextLoaders<Tree> {
  readonly en: () => Promise<{ readonly en: Tree }>;
  readonly de: () => Promise<{ readonly de: TextsLike<Tree> }>;
  readonly es: () => Promise<{ readonly es: TextsLike<Tree> }>;
  readonly fr: () => Promise<{ readonly fr: TextsLike<Tree> }>;
}

/** @internal Loaders whose tree is not looked at any more. */
export type AnyLoaders = { readonly [Code in Language]: () => Promise<{ readonly [code: string]: unknown }> };
