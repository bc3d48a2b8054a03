import { computed, signal, type Signal } from '@angular/core';
import { submit, type FieldState, type FieldTree, type ValidationError } from '@angular/forms/signals';
import type { ProblemBody } from '#contracts';
import { sortErrors, type PathAliases } from './field-errors';
import { problemOf } from './problem';

/**
 * One thing being edited: the form, the value that was last saved, and what went wrong when saving.
 * Input is never thrown away by an error.
 */
export class Draft<Model extends object> {
  private readonly saved = signal('');
  private readonly refusal = signal<ProblemBody | null>(null);
  /** What is being written at the moment, to tell from it what is typed meanwhile. */
  private writing: Model | null = null;
  private beginnings = 0;

  readonly changed: Signal<boolean>;
  readonly saving: Signal<boolean>;
  /** Why saving failed, as far as no field of the form says it. */
  readonly problem = this.refusal.asReadonly();

  constructor(
    readonly form: FieldTree<Model>,
    private readonly aliases: PathAliases = {},
  ) {
    this.saved.set(this.snapshot());
    this.changed = computed(() => this.snapshot() !== this.saved());
    this.saving = computed(() => this.state().submitting());
  }

  /** Starts over from what the server holds. What was typed while it was being written stays, as a change yet to be saved. */
  begin(value: Model): void {
    this.beginnings += 1;
    const typed = this.writing && typedSince(this.writing, this.value(), value);
    // To what shall stand there, in one step: a field that goes back for a moment takes in the next letter where it stands then.
    this.state().reset(typed ?? value);
    this.saved.set(JSON.stringify(value));
    this.refusal.set(null);
  }

  discard(): void {
    this.begin(JSON.parse(this.saved()) as Model);
  }

  /**
   * Saves when every field is right, else puts the cursor into the first that is not.
   * @returns whether it was saved
   */
  async save(write: (value: Model) => Promise<void>): Promise<boolean> {
    this.refusal.set(null);
    let written = false;
    const beginnings = this.beginnings;
    await submit(this.form, {
      ignoreValidators: this.onlyTheServerObjected() ? 'all' : 'pending',
      action: async (field) => {
        const value = field().value() as Model;
        this.writing = JSON.parse(JSON.stringify(value)) as Model;
        try {
          await write(value);
          written = true;
          if (this.beginnings === beginnings) this.saved.set(JSON.stringify(this.writing));
          return null;
        } catch (error) {
          return this.refuse(problemOf(error));
        } finally {
          this.writing = null;
        }
      },
    });
    if (!written) this.state().errorSummary()[0]?.fieldTree().focusBoundControl();
    return written;
  }

  private refuse(problem: ProblemBody): ValidationError.WithOptionalFieldTree[] {
    const { atFields, elsewhere } = sortErrors(this.form as FieldTree<unknown>, problem, this.aliases);
    if (atFields.length === 0 || elsewhere.length > 0) this.refusal.set(problem);
    return atFields;
  }

  /** What the server refused a moment ago it may accept now (a name freed, a key revoked), so its word alone does not stop a second try. */
  private onlyTheServerObjected(): boolean {
    return this.state()
      .errorSummary()
      .every(({ kind }) => kind === 'server');
  }

  /** TypeScript cannot see through the form's type while the model is a type parameter. */
  private state(): FieldState<Model> {
    return this.form() as unknown as FieldState<Model>;
  }

  private value(): Model {
    return this.state().value() as Model;
  }

  private snapshot(): string {
    return JSON.stringify(this.value());
  }
}

/** What the server holds, with everything put over it that was changed since it was sent; lists count as a whole. */
function typedSince<T>(sent: T, now: T, held: T): T {
  if (JSON.stringify(sent) === JSON.stringify(now)) return held;
  if (!isGroup(sent) || !isGroup(now) || !isGroup(held)) return now;
  const [before, after] = [sent as Record<string, unknown>, now as Record<string, unknown>];
  return Object.fromEntries(Object.entries(held).map(([name, value]) => [name, typedSince(before[name], after[name], value)])) as T;
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
