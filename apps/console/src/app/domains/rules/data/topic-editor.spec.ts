import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { SaveTopicLists, TopicLists } from '#contracts';
import { setAdded } from './topic-draft';
import { TopicEditor } from './topic-editor';
import { TopicsApi } from './topics-api';

const LISTS: TopicLists = { version: 3, topics: [], updatedAt: null, updatedBy: null };
const changed = new HttpErrorResponse({ status: 409, error: { code: 'topics.changed', detail: 'Ana has changed the topics.', status: 409 } });

async function setup() {
  const saved: SaveTopicLists[] = [];
  let fails = false;
  const api = {
    get: () => Promise.resolve(LISTS),
    builtIn: () => Promise.resolve([]),
    versions: () => Promise.resolve([]),
    save: (_id: string, body: SaveTopicLists) => {
      saved.push(body);
      return fails ? Promise.reject(changed) : Promise.resolve({ ...LISTS, version: 4, topics: body.topics });
    },
  };
  TestBed.configureTestingModule({ providers: [TopicEditor, { provide: TopicsApi, useValue: api }] });
  const sut = TestBed.inject(TopicEditor);
  await sut.open('site');
  return { sut, saved, somebodyElseSaves: () => (fails = true) };
}

describe('TopicEditor', () => {
  it('saves what was written, made from the version that was read', async () => {
    const { sut, saved } = await setup();
    sut.change(setAdded(sut.topics(), 'billing', 'en', ['invoice copy']));
    expect(sut.changed()).toBe(true);
    expect(await sut.save()).toBe(true);
    expect(saved[0]).toMatchObject({ version: 3, topics: [{ key: 'billing' }] });
    expect([sut.changed(), sut.lists()?.version]).toEqual([false, 4]);
  });

  it('keeps what was written when somebody else was faster', async () => {
    const { sut, somebodyElseSaves } = await setup();
    somebodyElseSaves();
    sut.change(setAdded(sut.topics(), 'billing', 'en', ['invoice copy']));
    expect(await sut.save()).toBe(false);
    expect([sut.isOutdated(), sut.changed()]).toEqual([true, true]);
    sut.discard();
    expect([sut.isOutdated(), sut.changed()]).toEqual([false, false]);
  });
});
