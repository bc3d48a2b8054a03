import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';

export interface Marked<Mark, Instance> {
  readonly mark: Mark;
  readonly instance: Instance;
  /** Of the class, for names and for errors. */
  readonly className: string;
}

/** Finds the providers of all modules that a class decorator marked. */
@Injectable()
export class MarkedProviders {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when a marked class lacks the method that the mark promises */
  find<Mark, Instance extends object>(key: symbol, method: keyof Instance & string): Marked<Mark, Instance>[] {
    const found = new Map<unknown, Marked<Mark, Instance>>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !metatype.prototype || !instance) continue;
      const mark = this.reflector.get<Mark | undefined>(key, metatype);
      if (mark === undefined) continue;
      if (typeof instance[method] !== 'function') throw new Error(`${metatype.name} has no method "${method}", which its decorator promises.`);
      found.set(instance, { mark, instance: instance as Instance, className: metatype.name });
    }
    return [...found.values()];
  }
}
