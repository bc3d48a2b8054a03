import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MarkedProviders } from '../jobs/index.js';
import { isEventKind } from './domain-event.js';
import { REACTS_TO, type Reaction } from './reaction.js';

/** Who reacts to which news. */
@Injectable()
export class Reactions implements OnModuleInit {
  private readonly byName = new Map<string, { readonly kind: string; readonly reaction: Reaction<object> }>();

  constructor(private readonly providers: MarkedProviders) {}

  /** @throws Error when two reactions share a name, or one waits for news that nobody defines */
  onModuleInit(): void {
    for (const { mark: kind, instance, className } of this.providers.find<string, Reaction<object>>(REACTS_TO, 'react')) {
      if (!isEventKind(kind)) throw new Error(`${className} reacts to "${kind}", which is not a domain event.`);
      if (this.byName.has(className)) throw new Error(`Two reactions are called ${className}; their deliveries could not be told apart.`);
      this.byName.set(className, { kind, reaction: instance });
    }
  }

  /** As two columns of equal length, for SQL. */
  pairs(): { readonly kinds: string[]; readonly names: string[] } {
    return { kinds: [...this.byName.values()].map(({ kind }) => kind), names: [...this.byName.keys()] };
  }

  named(name: string): Reaction<object> | undefined {
    return this.byName.get(name)?.reaction;
  }
}
