import { computed, inject, Injectable, signal } from '@angular/core';
import type { ProblemBody, RuleTrial } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { lightsOf, type Lights } from './lights';
import type { RuleDraft } from './rule-draft';
import { RulesApi } from './rules-api';
import { conditionsOf, type Group } from './tree';

/** What a rule is tried with. */
export type TriedWith =
  { readonly kind: 'message'; readonly text: string } | { readonly kind: 'session'; readonly sessionId: string; readonly seq: number | null };

export type Sketch = Pick<RuleDraft, 'tree' | 'stage'>;

interface Outcome {
  readonly tree: Group;
  readonly trial: RuleTrial;
  readonly of: TriedWith;
}

/** What the rule as it stands would say of a message, and which of its conditions held. */
@Injectable()
export class Trial {
  private readonly api = inject(RulesApi);
  private readonly last = signal<Outcome | null>(null);
  private readonly refusal = signal<ProblemBody | null>(null);
  private readonly going = signal(false);

  readonly outcome = this.last.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly busy = this.going.asReadonly();
  readonly lights = computed<Lights>(() => {
    const last = this.last();
    return last ? lightsOf(last.tree, last.trial.evidence) : new Map();
  });

  async run(of: TriedWith, { tree, stage }: Sketch, websiteId: string): Promise<void> {
    this.going.set(true);
    this.refusal.set(null);
    const rule = { conditions: conditionsOf(tree), stage, websiteId };
    const asked = of.kind === 'message' ? { text: of.text } : { sessionId: of.sessionId, ...(of.seq !== null && { seq: of.seq }) };
    try {
      this.last.set({ tree, of, trial: await this.api.try({ rule, ...asked }) });
    } catch (error) {
      this.last.set(null);
      this.refusal.set(problemOf(error));
    } finally {
      this.going.set(false);
    }
  }

  /** The rule has changed: the same message is tried again. */
  async follow(sketch: Sketch, websiteId: string): Promise<void> {
    const last = this.last();
    if (last && last.tree !== sketch.tree) await this.run(last.of, sketch, websiteId);
  }

  putOut(): void {
    this.last.set(null);
    this.refusal.set(null);
  }
}
