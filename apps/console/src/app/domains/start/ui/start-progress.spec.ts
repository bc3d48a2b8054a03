import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { CHECKLIST_STEPS, type Checklist, type ChecklistStep, type Permission } from '#contracts';
import { BatonTeam } from '#sdk';
import { Toasts } from '#ui';
import { Live } from '../../../shell/live';
import { SignedIn } from '../../../shell/signed-in';
import { StartProgress } from './start-progress';

@Component({ template: '' })
class Page {}

const listOf = (...done: ChecklistStep[]): Checklist => ({
  steps: CHECKLIST_STEPS.map((id) => ({ id, done: done.includes(id) })),
  website: null,
  dismissed: false,
});

describe('the progress in the rail', () => {
  async function setup(first: Checklist, permissions: readonly Permission[] = ['website.create']) {
    const server = { answer: first, asked: 0 };
    const listeners = new Map<string, () => void>();
    const socket = { on: (event: string, listener: () => void) => (listeners.set(event, listener), () => listeners.delete(event)) };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Page }]),
        { provide: BatonTeam, useValue: { setup: { checklist: async () => ((server.asked += 1), server.answer) } } },
        { provide: Live, useValue: { socket } },
        { provide: SignedIn, useValue: { can: (permission: Permission) => permissions.includes(permission) } },
      ],
    });
    const page = TestBed.createComponent(StartProgress);
    const element = page.nativeElement as HTMLElement;
    await page.whenStable();
    const hears = async (answer: Checklist): Promise<void> => {
      server.answer = answer;
      const { asked } = server;
      listeners.get('handoff.updated')?.();
      while (server.asked === asked) await new Promise((resolve) => setTimeout(resolve, 10));
      await page.whenStable();
    };
    return { page, element, server, hears, listeners, link: () => element.querySelector('a') };
  }

  it('says how far it is and follows what happens in the inbox', async () => {
    const { link, hears } = await setup(listOf('website'));
    expect(link()?.getAttribute('aria-label')).toBe('Getting started: 1 of 7 done');
    await hears(listOf('website', 'look'));
    expect(link()?.getAttribute('aria-label')).toBe('Getting started: 2 of 7 done');
  });

  it('celebrates the first claim once, and goes when all is done', async () => {
    const { link, hears } = await setup(listOf('website', 'look', 'article', 'answer', 'seen'));
    await hears(listOf('website', 'look', 'article', 'answer', 'seen', 'claimed'));
    expect(link()).toBeNull();
    expect(
      TestBed.inject(Toasts)
        .list()
        .map(({ text }) => text),
    ).toEqual(['Your first handoff is claimed.']);
  });

  it('leaves the celebration to the page where the steps are', async () => {
    const { hears } = await setup(listOf('website'));
    await TestBed.inject(Router).navigateByUrl('/start');
    await hears(listOf('website', 'claimed'));
    expect(TestBed.inject(Toasts).list()).toEqual([]);
  });

  it('shows nothing to who put it away', async () => {
    expect((await setup({ ...listOf('website'), dismissed: true })).link()).toBeNull();
  });

  it('asks nothing for who may not see it', async () => {
    const { link, server } = await setup(listOf('website'), ['handoff.view']);
    expect([link(), server.asked]).toEqual([null, 0]);
  });

  it('stops listening when it is gone', async () => {
    const { page, listeners } = await setup(listOf('website'));
    page.destroy();
    expect(listeners.size).toBe(0);
  });
});
