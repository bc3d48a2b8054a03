import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import type { AnyLoaders, Say, TextKey, TextLoaders, TextTree } from './text-types';
import { Texts } from './texts';

/** The texts of one part of the console. Called in an injection context it gives what says them. */
export interface DefinedTexts<Tree> {
  (): Say<Tree>;
  readonly scope: string;
  readonly loaders: TextLoaders<Tree>;
  /** Brings them; to be called in an injection context. */
  bring(): Promise<void>;
  /** A guard that lets a route in when its texts are there. */
  readonly loaded: CanActivateFn;
  /** A text as the `title` of a route, said in whatever language is chosen. */
  title(key: TextKey<Tree>): string;
}

export type SayOf<Defined> = Defined extends DefinedTexts<infer Tree> ? Say<Tree> : never;

export function defineTexts<Tree extends TextTree>(scope: string, loaders: TextLoaders<Tree>): DefinedTexts<Tree> {
  const say = (): Say<Tree> => {
    const texts = inject(Texts);
    return ((key: string, params?: Readonly<Record<string, string | number>>) => texts.say(`${scope}.${key}`, params)) as Say<Tree>;
  };
  const bring = () => inject(Texts).need(scope, loaders as unknown as AnyLoaders);
  return Object.assign(say, {
    scope,
    loaders,
    bring,
    loaded: async () => {
      await bring();
      return true;
    },
    title: (key: TextKey<Tree>) => `${scope}.${key}`,
  });
}
