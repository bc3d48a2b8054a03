import { computed, effect, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { DIALOG_DATA, type IconName } from '#ui';
import { type Shortcut, Shortcuts, wordsOf } from '../shortcuts';
import { shellTexts } from '../texts';
import type { Chosen, Found, PaletteData, PaletteSource } from './found';
import { type Piece, type RankedCommand, rankCommands } from './ranked';
import { type Recent, RecentChoices } from './recent-choices';

/** One line that can be chosen. */
export interface Option {
  readonly id: string;
  readonly pieces: readonly Piece[];
  readonly detail: string;
  readonly icon: IconName;
  readonly key?: string;
  readonly recent: Recent;
  readonly chosen: Chosen;
}

export interface OptionGroup {
  readonly name: string;
  readonly options: readonly Option[];
}

type Answer = { readonly state: 'searching' | 'failed' } | { readonly state: 'found'; readonly found: readonly Found[] };

const SEARCH_FROM_LETTERS = 2;
const PAUSE_MS = 150;
const MOST_OF_A_SOURCE = 6;

/** What the palette offers for what was typed: commands at once, what the sources find when they answer. */
@Injectable()
export class PaletteSearch {
  private readonly t = shellTexts();
  private readonly shortcuts = inject(Shortcuts);
  private readonly data = inject<PaletteData>(DIALOG_DATA);
  private readonly recents = inject(RecentChoices);
  private readonly typed = signal(this.data.typed);
  private readonly answers = signal<ReadonlyMap<PaletteSource, Answer>>(new Map());

  /** For the field to begin with. */
  readonly firstTyped = this.data.typed;
  readonly query = computed(() => this.typed().trim());
  private readonly commands = computed(() => this.shortcuts.inForce().filter((command) => command.when?.() !== false && command.key !== 'mod+k'));

  readonly groups = computed<readonly OptionGroup[]>(() => {
    const groups = this.query() === '' ? [this.recentGroup(), ...this.commandGroups()] : this.fittingGroups();
    return groups.filter(({ options }) => options.length > 0);
  });
  readonly options = computed(() => this.groups().flatMap(({ options }) => options));
  private readonly searching = computed(() => [...this.answers().values()].some(({ state }) => state === 'searching'));
  /** Every source that is asked for so many letters has said something. */
  private readonly hasAsked = computed(() => {
    const answers = this.answers();
    return (
      this.query().length < SEARCH_FROM_LETTERS || this.data.sources().every((source) => (answers.get(source)?.state ?? 'searching') !== 'searching')
    );
  });
  /** The names of the sources that could not answer. */
  private readonly failed = computed(() => [...this.answers()].flatMap(([source, { state }]) => (state === 'failed' ? [wordsOf(source.name)] : [])));

  /** How the search stands; what needs no telling on the screen is told to who listens. */
  readonly status = computed<{ readonly text: string; readonly shown: boolean }>(() => {
    if (this.searching()) return { text: this.t('palette.searching'), shown: true };
    if (this.failed().length > 0) return { text: this.t('palette.failed', { what: this.failed().join(', ') }), shown: true };
    if (this.options().length === 0) return { text: this.t('palette.nothing', { query: this.query() }), shown: true };
    return { text: this.query() && this.t('palette.found', { count: this.options().length }), shown: false };
  });

  /** The option Enter would choose: the first one after every letter, and kept while answers come in. */
  private readonly activeId = linkedSignal<string, string | null>({ source: this.query, computation: () => null });
  readonly active = computed(() => {
    const options = this.options();
    return options.find(({ id }) => id === this.activeId()) ?? options[0] ?? null;
  });

  constructor() {
    effect((onCleanup) => {
      const query = this.query();
      const sources = this.data.sources();
      if (query.length < SEARCH_FROM_LETTERS) {
        this.answers.set(new Map());
        return;
      }
      const abort = new AbortController();
      this.answers.update((before) => new Map(sources.map((source) => [source, before.get(source) ?? { state: 'searching' }])));
      const timer = setTimeout(() => sources.forEach((source) => void this.ask(source, query, abort.signal)), PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
        abort.abort();
      });
    });
  }

  type(text: string): void {
    this.typed.set(text);
  }

  activate(option: Option): void {
    this.activeId.set(option.id);
  }

  /** Up and down, from the last to the first. */
  step(by: number): void {
    const options = this.options();
    const at = options.findIndex(({ id }) => id === this.active()?.id);
    if (options.length > 0) this.activeId.set(options.at((at + by) % options.length)!.id);
  }

  jump(to: 'first' | 'last'): void {
    this.activeId.set(this.options().at(to === 'first' ? 0 : -1)?.id ?? null);
  }

  choose(option: Option): Chosen {
    this.recents.add(option.recent);
    return option.chosen;
  }

  private async ask(source: PaletteSource, query: string, signal: AbortSignal): Promise<void> {
    const answer = await source.search(query, signal).then(
      (found): Answer => ({ state: 'found', found: found.slice(0, MOST_OF_A_SOURCE) }),
      (): Answer => ({ state: 'failed' }),
    );
    if (!signal.aborted) this.answers.update((answers) => new Map(answers).set(source, answer));
  }

  private recentGroup(): OptionGroup {
    const commands = this.commands();
    const options = this.recents.all().flatMap((recent): readonly Option[] => {
      if ('found' in recent) return [this.foundOption(recent.found, 'recent')];
      const command = commands.find((each) => nameOf(each) === recent.command);
      return command ? [this.commandOption(command, 'recent')] : [];
    });
    return { name: this.t('palette.recent'), options };
  }

  /** What was registered last stands first: what the page itself offers before what is there on every page. */
  private commandGroups(): readonly OptionGroup[] {
    const recent = new Set(this.recents.all().map((each) => ('command' in each ? each.command : '')));
    const byGroup = Map.groupBy(
      this.commands().filter((command) => !recent.has(nameOf(command))),
      (command) => wordsOf(command.group),
    );
    return [...byGroup].map(([name, commands]) => ({ name, options: commands.map((command) => this.commandOption(command, 'command')) })).reverse();
  }

  /** Whoever types a name and Enter means whom they named, not a command with these letters somewhere: guesses wait, and stand last. */
  private fittingGroups(): readonly OptionGroup[] {
    const ranked = rankCommands(this.query(), this.commands());
    const guesses = this.hasAsked() ? ranked.filter(({ isGuess }) => isGuess) : [];
    return [
      this.rankedGroup(
        'commands',
        ranked.filter(({ isGuess }) => !isGuess),
      ),
      ...this.foundGroups(),
      this.rankedGroup('guesses', guesses),
    ];
  }

  private rankedGroup(name: 'commands' | 'guesses', ranked: readonly RankedCommand[]): OptionGroup {
    const options = ranked.map(({ command, pieces }) => ({
      ...this.commandOption(command, 'command'),
      pieces,
      detail: wordsOf(command.group),
    }));
    return { name: this.t(`palette.${name}`), options };
  }

  private foundGroups(): readonly OptionGroup[] {
    return [...this.answers()].map(([source, answer], index) => ({
      name: wordsOf(source.name),
      options: answer.state === 'found' ? answer.found.map((found) => this.foundOption(found, `source-${index}`)) : [],
    }));
  }

  private commandOption(command: Shortcut, prefix: string): Option {
    return {
      id: `${prefix} ${nameOf(command)}`,
      pieces: [{ text: wordsOf(command.label), hit: false }],
      detail: '',
      icon: command.icon ?? 'play',
      ...(command.key && { key: command.key }),
      recent: { command: nameOf(command) },
      chosen: { run: command.run },
    };
  }

  private foundOption(found: Found, prefix: string): Option {
    return {
      id: `${prefix} ${found.id}`,
      pieces: [{ text: found.title, hit: false }],
      detail: found.detail ?? '',
      icon: found.icon ?? 'search',
      recent: { found },
      chosen: { url: found.url },
    };
  }
}

const nameOf = (command: Shortcut): string => command.id ?? command.key ?? wordsOf(command.label);
