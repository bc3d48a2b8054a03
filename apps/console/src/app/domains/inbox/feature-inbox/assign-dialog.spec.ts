import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { DIALOG_DATA, DialogRef } from '#ui';
import { Assignees } from '../data/assignees';
import { ANA, BEA } from '../testing/builders';
import { AssignDialog } from './assign-dialog';

async function setup(
  of = async () => ({ people: [ANA, BEA].map((one) => ({ ...one, presence: 'online' as const })), teams: [{ id: 't1', name: 'Returns' }] }),
) {
  const ref = { close: jest.fn(), isNamedBy: () => undefined };
  TestBed.configureTestingModule({
    providers: [
      { provide: DialogRef, useValue: ref },
      { provide: DIALOG_DATA, useValue: { websiteId: 'w1', holderId: ANA.id, verb: 'transfer' } },
      { provide: Assignees, useValue: { of } },
    ],
  });
  const fixture = TestBed.createComponent(AssignDialog);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const select = element.querySelector('select')!;
  return {
    close: ref.close,
    element,
    offered: () => [...select.options].map(({ text }) => text.trim()),
    choose: (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    },
    comment: (words: string) => {
      const field = element.querySelector('textarea')!;
      field.value = words;
      field.dispatchEvent(new Event('input'));
    },
    goAhead: async () => {
      element.querySelector<HTMLButtonElement>('[data-look=primary]')!.click();
      await fixture.whenStable();
    },
  };
}

describe('AssignDialog', () => {
  it('offers everybody but the one who has it', async () => {
    expect((await setup()).offered()).toEqual(['Choose a person or a team', 'Bea Sommer · online', 'Returns']);
  });

  it('gives it to a person, with the comment', async () => {
    const { choose, comment, goAhead, close } = await setup();
    choose('user:bea');
    comment(' Knows the carrier. ');
    await goAhead();
    expect(close).toHaveBeenCalledWith({ to: { userId: 'bea', comment: 'Knows the carrier.' }, outcome: 'Bea Sommer has it now.' });
  });

  it('gives it to a team', async () => {
    const { choose, goAhead, close } = await setup();
    choose('team:t1');
    await goAhead();
    expect(close).toHaveBeenCalledWith({ to: { teamId: 't1' }, outcome: 'Waiting for Returns.' });
  });

  it('asks for somebody before it goes ahead', async () => {
    const { element, goAhead, close } = await setup();
    await goAhead();
    expect(element.textContent).toContain('Choose who takes it.');
    expect(close).not.toHaveBeenCalled();
  });

  it('says so when nobody could be asked for, and asks again', async () => {
    const of = jest.fn(async (): Promise<never> => Promise.reject(new Error('down')));
    const { element } = await setup(of);
    expect(element.textContent).toContain('could not be loaded');
    element.querySelector<HTMLButtonElement>('.fields > button')!.click();
    TestBed.tick();
    expect(of).toHaveBeenCalledTimes(2);
  });
});
