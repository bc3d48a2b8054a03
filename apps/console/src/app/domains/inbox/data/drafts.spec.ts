import { TestBed } from '@angular/core/testing';
import { FakeTeam } from '../testing/fake-team';
import { Drafts } from './drafts';

function aReloadedPage(): Drafts {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: new FakeTeam().providers });
  return TestBed.inject(Drafts);
}

describe('Drafts', () => {
  beforeEach(() => localStorage.clear());

  it('survive a reload, each in its own conversation and tab', () => {
    aReloadedPage().keep('s1', 'reply', 'Half a sen');
    const sut = aReloadedPage();
    expect(sut.read('s1', 'reply')).toBe('Half a sen');
    expect(sut.read('s1', 'note')).toBe('');
    expect(sut.read('s2', 'reply')).toBe('');
  });

  it('leave nothing behind when they were sent', () => {
    const sut = aReloadedPage();
    sut.keep('s1', 'reply', 'Hello');
    sut.keep('s1', 'reply', '');
    expect(localStorage.length).toBe(0);
  });

  it('are forgotten after a month, and when they cannot be read', () => {
    localStorage.setItem('baton.draft.ana.s1.reply', JSON.stringify({ text: 'old', at: Date.now() - 31 * 24 * 3600_000 }));
    localStorage.setItem('baton.draft.ana.s2.reply', '{broken');
    localStorage.setItem('baton.theme', 'dark');
    aReloadedPage();
    expect(Object.keys(localStorage)).toEqual(['baton.theme']);
  });
});
