import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { KnowledgeLearning } from '#contracts';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Answerer } from './answering/answerer.js';
import { Model } from './answering/model.js';
import { ModelStore, type Stock } from './learning/model-store.js';
import { Training } from './learning/training.js';

/** How long this process may not know of an article that another one published. */
const LOOK_AGAIN_MS = 1000;
/** A visitor waits until learning what was just published has taken this long; then the answer comes from what was known before. */
const PATIENCE_MS = 2000;
const MOST_WEBSITES = 200;

interface Known {
  /** Of the articles as they are answered from. */
  readonly hash: string;
  readonly modelId: string | null;
  readonly model: Model;
  readonly answerer: Answerer;
}

/**
 * One answerer per website: its published articles as they stand, and the newest model that was learned from them. The
 * model may lag behind: a changed text is told at once, an article that was taken back is never answered from, a new one
 * is found when it has been learned.
 */
@Injectable()
export class LearnedAnswerers implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(LearnedAnswerers.name);
  private readonly stocks = new BriefMemory<Stock>(LOOK_AGAIN_MS);
  private readonly known = new Map<string, Known>();
  private readonly takingIn = new Map<string, Promise<Known | null>>();
  private stopListening = (): void => undefined;

  constructor(
    private readonly store: ModelStore,
    private readonly training: Training,
    private readonly doorbell: Doorbell,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.doorbell.answer('knowledge-changed', (websiteId) => this.stocks.forget(websiteId));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** @throws when nothing was ever learned and learning fails */
  async of(websiteId: string): Promise<Answerer> {
    const stock = await this.look(websiteId);
    const known = await this.takenIn(websiteId, stock);
    if (known && isCurrent(known, stock)) return known.answerer;
    const { startedAt, outcome } = this.training.run(websiteId, stock.hash);
    const fresh = outcome.then(() => this.afterTraining(websiteId));
    if (!known || known.model === nothing()) return fresh;
    const patience = Math.max(0, startedAt + PATIENCE_MS - performance.now());
    return Promise.race([fresh.catch(() => known.answerer), delay(patience, known.answerer, { ref: false })]);
  }

  /** Begins to learn what is new, without waiting for it. */
  async prepare(websiteId: string): Promise<void> {
    const stock = await this.store.look(websiteId);
    if (stock.empty || stock.model?.articlesHash === stock.hash) return;
    // A failure is logged and kept there.
    void this.training
      .run(websiteId, stock.hash)
      .outcome.then(() => this.doorbell.ring('knowledge-changed', websiteId))
      .catch(() => undefined);
  }

  async stateOf(websiteId: string): Promise<KnowledgeLearning> {
    const [stock, failure] = await Promise.all([this.store.look(websiteId), this.store.failure(websiteId)]);
    const isNew = stock.empty || stock.model?.articlesHash === stock.hash;
    return {
      state: isNew ? 'current' : failure && !this.training.isRunning(websiteId) ? 'failed' : 'learning',
      version: stock.model?.version ?? null,
      learnedAt: stock.model?.madeAt.toISOString() ?? null,
      failedAt: failure?.failedAt.toISOString() ?? null,
      problem: failure?.problem ?? null,
    };
  }

  private look(websiteId: string): Promise<Stock> {
    return this.stocks.recall(websiteId, () => this.store.look(websiteId));
  }

  private async afterTraining(websiteId: string): Promise<Answerer> {
    this.stocks.forget(websiteId);
    const known = await this.takenIn(websiteId, await this.look(websiteId));
    if (!known) throw new Error(`The model of website ${websiteId} was gone before it could be read.`);
    return known.answerer;
  }

  /** What this process knows, brought up to the stock; null where nothing was learned yet. */
  private async takenIn(websiteId: string, stock: Stock): Promise<Known | null> {
    const known = this.known.get(websiteId);
    if (known && known.hash === stock.hash && known.modelId === (stock.empty ? null : (stock.model?.id ?? known.modelId))) return known;
    const key = `${websiteId} ${stock.hash} ${stock.model?.id}`;
    const running = this.takingIn.get(key);
    if (running) return running;
    const taking = this.takeIn(websiteId, stock, known).finally(() => this.takingIn.delete(key));
    this.takingIn.set(key, taking);
    return taking;
  }

  private async takeIn(websiteId: string, stock: Stock, known: Known | undefined): Promise<Known | null> {
    if (stock.empty) return this.keep(websiteId, { hash: stock.hash, modelId: null, model: nothing(), answerer: new Answerer(nothing(), []) });
    const stored = stock.model && stock.model.id !== known?.modelId ? await this.store.read(stock.model) : null;
    const model = stored ?? (known && known.modelId !== null ? known.model : null);
    if (stock.model && stock.model.id !== known?.modelId && !stored) {
      this.logger.warn(`The model of website ${websiteId} could not be read; it is made again.`);
      this.stocks.forget(websiteId);
    }
    if (!model) return null;
    const articles = await this.store.articles(websiteId);
    return this.keep(websiteId, {
      hash: stock.hash,
      modelId: stored ? stock.model!.id : known!.modelId,
      model,
      answerer: new Answerer(model, articles),
    });
  }

  private keep(websiteId: string, known: Known): Known {
    this.known.delete(websiteId);
    this.known.set(websiteId, known);
    if (this.known.size > MOST_WEBSITES) this.known.delete(this.known.keys().next().value!);
    return known;
  }
}

/** Of a website without articles. Made when it is needed: a start should not wait for it. */
let learnedFromNothing: Model | undefined;
const nothing = (): Model => (learnedFromNothing ??= Model.learn([]));

function isCurrent(known: Known, stock: Stock): boolean {
  return stock.empty || (known.modelId === stock.model?.id && stock.model?.articlesHash === stock.hash);
}
