import { TestBed } from '@angular/core/testing';
import { CHECKLIST_STEPS, type Checklist, type ChecklistStep } from '#contracts';
import { BatonTeam } from '#sdk';
import { ChecklistStore } from './checklist.store';

const listOf = (...done: ChecklistStep[]): Checklist => ({
  steps: CHECKLIST_STEPS.map((id) => ({ id, done: done.includes(id) })),
  website: null,
  dismissed: false,
});

describe('ChecklistStore', () => {
  function setup(first: Checklist = listOf()) {
    const server = { answer: first, fails: false, asked: 0 };
    const checklist = async (): Promise<Checklist> => {
      server.asked += 1;
      if (server.fails) throw new Error('gone');
      return server.answer;
    };
    const dismissChecklist = async (dismissed: boolean): Promise<Checklist> => (server.answer = { ...server.answer, dismissed });
    TestBed.configureTestingModule({ providers: [{ provide: BatonTeam, useValue: { setup: { checklist, dismissChecklist } } }] });
    return { store: TestBed.inject(ChecklistStore), server };
  }

  it('says what is done and what comes next', async () => {
    const { store, server } = setup(listOf('website', 'look'));
    await store.refresh();
    expect([store.doneCount(), store.count(), store.next(), store.isComplete()]).toEqual([2, 7, 'article', false]);
    server.answer = listOf('website', 'look', 'article', 'answer', 'seen');
    await store.refresh();
    expect(store.next()).toBe('claimed');
    server.answer = listOf('website', 'look', 'article', 'answer', 'seen', 'claimed');
    await store.refresh();
    expect([store.next(), store.isComplete()]).toEqual(['teammate', true]);
    server.answer = listOf(...CHECKLIST_STEPS);
    await store.refresh();
    expect([store.next(), store.doneCount()]).toEqual([null, 7]);
  });

  it('notices the first claim when it happens, not when it had happened before', async () => {
    const { store, server } = setup(listOf('claimed'));
    await store.refresh();
    expect(store.firstClaims()).toBe(0);
    store.forget();
    server.answer = listOf('website');
    await store.refresh();
    server.answer = listOf('website', 'claimed');
    await store.refresh();
    await store.refresh();
    expect(store.firstClaims()).toBe(1);
  });

  it('asks once more for all who asked meanwhile', async () => {
    const { store, server } = setup();
    await Promise.all([store.refresh(), store.refresh(), store.refresh()]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(server.asked).toBe(2);
  });

  it('keeps what it knew when the server does not answer', async () => {
    const { store, server } = setup(listOf('website'));
    await store.refresh();
    server.fails = true;
    await store.refresh();
    expect([store.failed(), store.doneCount()]).toEqual([true, 1]);
    server.fails = false;
    await store.refresh();
    expect(store.failed()).toBe(false);
  });

  it('is put away and brought back', async () => {
    const { store } = setup();
    await store.dismiss(true);
    expect(store.list()?.dismissed).toBe(true);
    await store.dismiss(false);
    expect(store.list()?.dismissed).toBe(false);
  });
});
