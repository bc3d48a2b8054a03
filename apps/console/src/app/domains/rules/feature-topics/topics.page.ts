import { Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TOPIC_LANGUAGES, type ProblemBody, type TopicFound, type TopicLanguage } from '#contracts';
import { BaButton, BaCallout, BaChip, BaEmpty, BaIcon, BaIconButton, BaPage, BaPanel, BaSkeleton, Dialogs, Toasts } from '#ui';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { asSentence } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { ruleWords } from '../../../rule-words/texts';
import { topicName } from '../../../rule-words/topics';
import { Shortcuts, SignedIn } from '../../../shell';
import { addTopic, changesOf, isBuiltIn, keysOf, removeTopic, setAdded, turnSign, wordsOf } from '../data/topic-draft';
import { TopicEditor } from '../data/topic-editor';
import { rulesTexts } from '../texts';
import { ChipInput } from '../ui/chip-input';
import { SignList, type SignTurn } from '../ui/sign-list';
import { TopicTrial } from '../ui/topic-trial';
import { VersionList, type VersionLine } from '../ui/version-list';

/** By which words a website's messages are about something. */
@Component({
  imports: [
    BaButton,
    BaCallout,
    BaChip,
    BaEmpty,
    BaIcon,
    BaIconButton,
    BaPage,
    BaPanel,
    BaSkeleton,
    ChipInput,
    RouterLink,
    SignList,
    TopicTrial,
    VersionList,
  ],
  providers: [ChosenWebsite, TopicEditor, WebsiteNames],
  templateUrl: './topics.page.html',
  styleUrls: ['../../../editing/page.css', './topics.page.css'],
})
export default class TopicsPage implements Editing {
  protected readonly t = rulesTexts();
  protected readonly editor = inject(TopicEditor);
  protected readonly chosen = inject(ChosenWebsite);
  private readonly names = ruleWords();
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly signedIn = inject(SignedIn);

  protected readonly mayEdit = computed(() => this.signedIn.can('rule.edit'));
  protected readonly wish = signal('billing');
  private readonly spoken = signal<TopicLanguage | null>(null);
  protected readonly nameWrong = signal(false);

  private readonly keys = computed(() => keysOf(this.editor.topics()));
  protected readonly key = computed(() => this.keys().find((key) => key === this.wish()) ?? this.keys()[0]!);
  protected readonly isBuiltIn = computed(() => isBuiltIn(this.key()));
  /** What the website's visitors speak, unless somebody chose another. */
  protected readonly tongue = computed<TopicLanguage>(() => {
    const own = this.chosen.locale().split('-')[0];
    return this.spoken() ?? TOPIC_LANGUAGES.find((language) => language === own) ?? 'en';
  });
  protected readonly words = computed(() => wordsOf(this.editor.topics(), this.key(), this.tongue()));
  protected readonly signs = computed(
    () => this.editor.builtIn().find(({ topic, language }) => topic === this.key() && language === this.tongue())?.signs ?? [],
  );
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames([this.texts.locale()], { type: 'language' });
    return TOPIC_LANGUAGES.map((value) => ({ value, label: value === 'any' ? this.t('topics.any') : (names.of(value) ?? value) }));
  });
  protected readonly topics = computed(() =>
    this.keys().map((key) => ({ key, name: this.nameOf(key), builtIn: isBuiltIn(key), state: this.stateOf(key) })),
  );
  protected readonly heading = computed(() => asSentence(this.nameOf(this.key())));
  protected readonly lines = computed<readonly VersionLine[]>(() =>
    this.editor.versions().map(({ version, author, createdAt, topics }) => ({
      version,
      author: author?.name ?? '',
      at: createdAt,
      changes: topics.map(({ key, label }) => `${label ?? topicName(key, this.names)}: ${this.summary(changesOf(topics, key))}`),
    })),
  );
  protected readonly sub = computed(() => {
    const website = this.chosen.websites().find(({ id }) => id === this.chosen.id())?.name ?? '';
    return [website, this.editor.changed() ? this.t('edit.unsaved') : ''].filter(Boolean).join(' · ');
  });
  protected readonly plain = (value: unknown): string => String(value);
  protected readonly foundName = ({ key, label }: TopicFound): string => label ?? topicName(key, this.names);

  constructor() {
    guardWindow(this);
    effect(() => {
      const id = this.chosen.id();
      if (id) untracked(() => void this.editor.open(id));
    });
    const save = { id: 'topics.save', key: 'mod+s', label: () => this.t('topics.save'), group: () => this.t('commands.group') };
    inject(DestroyRef).onDestroy(
      inject(Shortcuts).add({ ...save, when: () => this.mayEdit() && this.editor.changed(), run: () => void this.save() }),
    );
  }

  hasUnsavedChanges(): boolean {
    return this.editor.changed();
  }

  protected nameOf(key: string): string {
    return this.editor.topics().find((topic) => topic.key === key)?.label ?? topicName(key, this.names);
  }

  protected choose(index: number): void {
    this.spoken.set(TOPIC_LANGUAGES[index]!);
  }

  protected setWords(added: readonly unknown[]): void {
    this.editor.change(setAdded(this.editor.topics(), this.key(), this.tongue(), added.map(String)));
  }

  protected turn({ id, counts }: SignTurn): void {
    this.editor.change(turnSign(this.editor.topics(), this.key(), this.tongue(), id, counts));
  }

  protected add(name: HTMLInputElement): void {
    const label = name.value.trim();
    const taken = this.topics().some((topic) => topic.name.toLocaleLowerCase() === label.toLocaleLowerCase());
    this.nameWrong.set(label === '' || taken);
    if (this.nameWrong()) return name.focus();
    const { topics, key } = addTopic(this.editor.topics(), label);
    this.editor.change(topics);
    this.wish.set(key);
    name.value = '';
  }

  protected remove(): void {
    this.editor.change(removeTopic(this.editor.topics(), this.key()));
  }

  protected async save(): Promise<void> {
    if (await this.editor.save()) this.toasts.done(this.t('topics.saved'));
  }

  protected again(): void {
    void this.editor.open(this.chosen.id());
  }

  protected async rollBack(version: number): Promise<void> {
    const [title, body] = [this.t('versions.rollBackTitle', { version }), this.t('versions.rollBackBody', { version })];
    const sure = await this.dialogs.confirm({ title, body, confirm: this.t('versions.rollBack', { version }) });
    if (sure && (await this.editor.rollBack(version))) this.toasts.done(this.t('versions.rolledBack', { version }));
  }

  protected reason({ detail, errors }: ProblemBody): string {
    return errors?.map(({ message }) => message).join('; ') || detail;
  }

  private stateOf(key: string): string {
    return this.summary(changesOf(this.editor.topics(), key));
  }

  private summary({ added, off }: { readonly added: number; readonly off: number }): string {
    const parts = [...(added > 0 ? [this.t('topics.counts', { count: added })] : []), ...(off > 0 ? [this.t('topics.off', { count: off })] : [])];
    return parts.join(', ') || this.t('topics.untouched');
  }
}
