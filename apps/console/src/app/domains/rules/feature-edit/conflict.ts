import { Component, computed, inject, output, resource } from '@angular/core';
import { changesBetween } from '../data/changes';
import { contentOf } from '../data/rule-draft';
import { RuleEditor } from '../data/rule-editor';
import { VersionWords } from '../data/version-words';
import { RuleConflict } from '../ui/conflict-panel';

/** What somebody else has made of the rule while it was edited here. */
@Component({
  selector: 'baton-conflict-pane',
  imports: [RuleConflict],
  template: `
    @if (editor.theirs()) {
      <baton-rule-conflict [who]="author.value() ?? ''" [differences]="differences()" (kept)="kept.emit()" (taken)="editor.takeTheirs()" />
    }
  `,
})
export class ConflictPane {
  readonly kept = output<void>();

  protected readonly editor = inject(RuleEditor);
  private readonly words = inject(VersionWords);
  protected readonly author = resource({
    params: () => this.editor.theirs() ?? undefined,
    loader: ({ params }) => this.editor.authorOf(params),
  });
  protected readonly differences = computed(() => {
    const theirs = this.editor.theirs();
    return theirs ? changesBetween(contentOf(this.editor.draft(), theirs), theirs, this.words.now()) : [];
  });
}
