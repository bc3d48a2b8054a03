import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Handoff } from '#contracts';
import { aClaimedHandoff, aHandoff, BEA } from '../testing/builders';
import { ThreadHeader } from './thread-header';

async function setup(handoff: Handoff, given: { isMine?: boolean; mayClaim?: boolean; mayForceClaim?: boolean; mayAssign?: boolean } = {}) {
  const fixture = TestBed.createComponent(ThreadHeader);
  const inputs = {
    handoff,
    session: handoff.session,
    viewers: [BEA].map(({ id, name }) => ({ userId: id, name })),
    busy: null,
    isMine: false,
    mayClaim: true,
    mayForceClaim: false,
    ...given,
  };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const claimed = jest.fn();
  fixture.componentInstance.claim.subscribe(claimed);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const buttons = () =>
    [...element.querySelectorAll('button[ba-button]')].map(
      (button) => button.textContent?.trim().replace(/\s+/g, ' ') || button.getAttribute('aria-label'),
    );
  return { element, buttons, claimed };
}

describe('ThreadHeader', () => {
  it('lets one claim what waits', async () => {
    const { element, buttons, claimed } = await setup(aHandoff());
    expect(buttons()).toEqual(['Return to AI', 'Claim C']);
    element.querySelector<HTMLButtonElement>('[data-look=primary]')!.click();
    expect(claimed).toHaveBeenCalledTimes(1);
  });

  it('offers nothing that one may not do', async () => {
    expect((await setup(aHandoff(), { mayClaim: false })).buttons()).toEqual([]);
    expect((await setup(aClaimedHandoff({ assignee: BEA }))).buttons()).toEqual([]);
  });

  it('lets one end what is one’s own', async () => {
    expect((await setup(aClaimedHandoff(), { isMine: true })).buttons()).toEqual(['Return to AI', 'Resolve E', 'More ways to end']);
  });

  it('names who has it, and lets those who may take over', async () => {
    const { element, buttons } = await setup(aClaimedHandoff({ assignee: BEA }), { mayForceClaim: true });
    expect(element.textContent).toContain('With Bea Sommer');
    expect(buttons()).toEqual(['Take over']);
  });

  it('lets those who may pass on what a colleague has', async () => {
    const offered = (element: HTMLElement) => {
      element.querySelector<HTMLButtonElement>('[aria-label=More]')!.click();
      const items = [...document.querySelectorAll('[role=menuitem]')].map((item) => item.textContent?.trim());
      document.querySelectorAll('.cdk-overlay-container').forEach((overlay) => overlay.replaceChildren());
      return items;
    };
    expect(offered((await setup(aClaimedHandoff({ assignee: BEA }), { mayAssign: true })).element)).toContainEqual(
      expect.stringContaining('Transfer …'),
    );
    expect(offered((await setup(aClaimedHandoff({ assignee: BEA }))).element)).toEqual(['Copy link']);
  });

  it('says how it ended', async () => {
    const { element, buttons } = await setup(aHandoff({ status: 'cancelled', outcome: 'returned_to_ai' }));
    expect(element.textContent).toContain('Returned to the AI');
    expect(buttons()).toEqual([]);
  });

  it('names who else is looking', async () => {
    expect((await setup(aHandoff())).element.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Bea Sommer is reading too');
  });
});
