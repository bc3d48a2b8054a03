import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pageFacts, PageWatch } from './page-facts.js';

describe('where the visitor is', () => {
  afterEach(() => history.replaceState({}, '', '/'));

  it('is said without what stands after the hash, and no longer than the server takes', () => {
    history.replaceState({}, '', `/tents?size=2&x=${'x'.repeat(3000)}#secret`);
    const { url } = pageFacts();
    expect(url).toHaveLength(2000);
    expect(url).toContain('/tents?size=2');
    history.replaceState({}, '', '/tents?size=2#secret');
    expect(pageFacts().url).toBe(`${location.origin}/tents?size=2`);
  });

  describe('when a single-page site moves on', () => {
    let moved: jest.Mock<() => void>;
    let watch: PageWatch;
    beforeEach(() => {
      jest.useFakeTimers();
      moved = jest.fn();
      watch = new PageWatch(moved);
    });
    afterEach(() => {
      watch.stop();
      jest.useRealTimers();
    });

    it('is told once, when the page has settled', () => {
      history.pushState({}, '', '/one');
      dispatchEvent(new PopStateEvent('popstate'));
      history.pushState({}, '', '/two');
      dispatchEvent(new PopStateEvent('popstate'));
      expect(moved).not.toHaveBeenCalled();
      jest.advanceTimersByTime(500);
      expect(moved).toHaveBeenCalledTimes(1);
    });

    it('is found out where the browser does not tell', () => {
      history.pushState({}, '', '/one');
      watch.look();
      jest.advanceTimersByTime(500);
      expect(moved).toHaveBeenCalledTimes(1);
    });

    it('is no news when only the hash has changed', () => {
      history.pushState({}, '', '#there');
      dispatchEvent(new PopStateEvent('popstate'));
      jest.advanceTimersByTime(500);
      expect(moved).not.toHaveBeenCalled();
    });

    it('leaves the page’s own functions alone', () => {
      expect(Object.hasOwn(history, 'pushState')).toBe(false);
    });

    it('is nobody’s business after it has stopped', () => {
      watch.stop();
      history.pushState({}, '', '/one');
      dispatchEvent(new PopStateEvent('popstate'));
      jest.advanceTimersByTime(500);
      expect(moved).not.toHaveBeenCalled();
    });
  });
});
