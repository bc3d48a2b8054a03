import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CHECKLIST_STEPS, type Checklist, type ChecklistStep, type DemoData, type Website } from '#contracts';
import { BatonTeam } from '#sdk';
import { Dialogs, Toasts } from '#ui';
import { SignedIn } from '../../../shell/signed-in';
import StartPage from './start.page';

@Component({ template: '' })
class Page {}

const OWN = { id: 'w1', name: 'Nord', publicKey: 'wk_1' };
const ABSENT: DemoData = { state: 'absent', loadedAt: null, websites: [], people: 0, conversations: 0, includesYou: false, removable: true };
const LOADED: DemoData = {
  ...ABSENT,
  state: 'loaded',
  websites: [
    { id: 'd1', name: 'Northwind Outdoors' },
    { id: 'd2', name: 'Northwind Rentals' },
  ],
  people: 2,
  conversations: 40,
};

describe('the page of the first steps', () => {
  interface Server {
    list: Checklist;
    demo: DemoData;
    origins: string[];
    fails: boolean;
  }
  async function setup(given: { done?: ChecklistStep[]; website?: Checklist['website']; demo?: DemoData; origins?: string[] } = {}) {
    const server: Server = {
      list: {
        steps: CHECKLIST_STEPS.map((id) => ({ id, done: given.done?.includes(id) ?? false })),
        website: given.website === undefined ? OWN : given.website,
        dismissed: false,
      },
      demo: given.demo ?? ABSENT,
      origins: given.origins ?? [location.origin],
      fails: false,
    };
    const website = (): Website => ({ ...OWN, allowedOrigins: server.origins }) as unknown as Website;
    const changed = async (demo: DemoData): Promise<DemoData> => {
      if (server.fails) throw new Error('no');
      return (server.demo = demo);
    };
    const team = {
      setup: {
        checklist: async () => server.list,
        dismissChecklist: async (dismissed: boolean) => (server.list = { ...server.list, dismissed }),
        demoData: async () => server.demo,
        loadDemoData: () => changed(LOADED),
        removeDemoData: () => changed(ABSENT),
      },
      websites: {
        get: async () => website(),
        update: async (_: string, { allowedOrigins }: { allowedOrigins: string[] }) => ((server.origins = allowedOrigins), website()),
      },
    };
    const questions: string[] = [];
    const dialogs = { confirm: async ({ body }: { body: string }) => (questions.push(body), true) };
    let forgotten = 0;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Page }]),
        { provide: BatonTeam, useValue: team },
        { provide: Dialogs, useValue: dialogs },
        { provide: SignedIn, useValue: { forget: () => (forgotten += 1) } },
      ],
    });
    const page = TestBed.createComponent(StartPage);
    const element = page.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await page.whenStable();
    };
    await settle();
    const press = async (name: string): Promise<void> => {
      const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
      if (!button) throw new Error(`There is no button "${name}" in: ${element.textContent}`);
      button.click();
      await settle();
    };
    const links = (): string[] => [...element.querySelectorAll('a')].map((link) => link.textContent!.trim().replace(/\s+/gu, ' '));
    const toasts = (): string[] =>
      TestBed.inject(Toasts)
        .list()
        .map(({ text }) => text);
    return { page, element, server, press, links, questions, toasts, forgotten: () => forgotten };
  }

  it('offers what can be done now, the next step first', async () => {
    const { element, links } = await setup({ done: ['website', 'look'] });
    expect(element.querySelector('.next h2')?.textContent).toContain('Publish the first answer');
    expect(links()).toEqual([
      'Write an article',
      'Try it as a visitor (opens in a new tab)',
      'Get the code',
      'Invite somebody',
      'Try it as a visitor (opens in a new tab)',
      'Open the inbox',
    ]);
    expect(element.querySelector<HTMLAnchorElement>('a[target=_blank]')?.getAttribute('href')).toBe('/try?websiteKey=wk_1');
  });

  it('offers nothing that needs a website while there is none', async () => {
    const { links } = await setup({ website: null });
    expect(links()).toEqual(['Add website', 'Invite somebody']);
  });

  it('asks to allow Baton’s own page before one can try it there', async () => {
    const { element, press, links, server } = await setup({ done: ['website'], origins: ['https://nord.example'] });
    expect(element.textContent).toContain(`${location.origin} must be one of the allowed pages of Nord`);
    expect(links().some((name) => name.startsWith('Try it'))).toBe(false);
    await press('Allow it');
    expect(server.origins).toEqual(['https://nord.example', location.origin]);
    expect(links().some((name) => name.startsWith('Try it'))).toBe(true);
  });

  it('is content without a second person, and says so', async () => {
    const { element } = await setup({ done: CHECKLIST_STEPS.filter((id) => id !== 'teammate') });
    expect(element.textContent).toContain('Baton is ready');
    expect(element.textContent).toContain('6 of 7 done');
    expect(element.querySelector('.next')).toBeNull();
  });

  it('is put away and brought back', async () => {
    const { element, press } = await setup();
    await press('Put this list away');
    expect(element.textContent).toContain('The list is away');
    await press('Show it again in the menu');
    expect(element.textContent).not.toContain('The list is away');
  });

  it('loads demo data and removes it after asking', async () => {
    const { element, press, questions, toasts } = await setup();
    await press('Load demo data');
    expect(element.textContent).toContain('Northwind Outdoors and Northwind Rentals');
    expect(element.textContent).toContain('40 conversations, 2 people');
    await press('Remove demo data');
    expect(questions).toHaveLength(1);
    expect(questions[0]).not.toContain('signed out');
    expect(toasts()).toEqual(['Demo data is loaded', 'Demo data is removed']);
  });

  it('keeps what is there when removing fails', async () => {
    const { element, press, server, toasts } = await setup({ demo: LOADED });
    server.fails = true;
    await press('Remove demo data');
    expect(toasts()[0]).toMatch(/did not work/);
    expect(element.textContent).toContain('Northwind Outdoors');
  });

  it('does not offer to remove what nobody would be left to administer without', async () => {
    const { element, links } = await setup({ website: null, demo: { ...LOADED, includesYou: true, removable: false } });
    expect(element.textContent).toContain('its administrator is the only one here');
    expect(element.textContent).not.toContain('Remove demo data');
    expect(links()).toContain('Invite an administrator');
  });

  it('signs out whose own account was part of it', async () => {
    const { press, questions, forgotten } = await setup({ demo: { ...LOADED, includesYou: true } });
    await press('Remove demo data');
    expect(questions[0]).toContain('you are signed out');
    expect(forgotten()).toBe(1);
  });
});
