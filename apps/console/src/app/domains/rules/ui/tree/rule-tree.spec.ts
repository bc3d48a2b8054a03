import { TestBed } from '@angular/core/testing';
import type { FactDefinition, RuleNode } from '#contracts';
import { Dialogs } from '#ui';
import { FactBook } from '../../data/fact-book';
import { english } from '../../data/testing';
import { conditionsOf, treeOf, type Group } from '../../data/tree';
import { RuleTree } from './rule-tree';

const LENGTH: FactDefinition = {
  name: 'message.length',
  label: 'Length of the message',
  type: 'number',
  unit: 'characters',
  operators: ['greaterThanInclusive', 'lessThan'],
  example: 120,
  stages: ['before_reply'],
};
const longer = (value: number) => ({ fact: 'message.length', operator: 'greaterThanInclusive', value });

/** A page around the tree that keeps what was changed, as the editor does. */
async function setup(conditions: { readonly all: readonly RuleNode[] }, chosen = 'message.length') {
  TestBed.configureTestingModule({ providers: [{ provide: Dialogs, useValue: { open: () => Promise.resolve(chosen) } }] });
  const fixture = TestBed.createComponent(RuleTree);
  document.body.append(fixture.nativeElement as HTMLElement);
  const { t } = english();
  let tree: Group = treeOf(conditions);
  const put = (next: Group): void => fixture.componentRef.setInput('tree', (tree = next));
  put(tree);
  fixture.componentRef.setInput('book', new FactBook({ items: [LENGTH], attributes: [] }, t));
  fixture.componentRef.setInput('mayEdit', true);
  fixture.componentInstance.changed.subscribe(({ tree: next }) => put(next));
  const element = fixture.nativeElement as HTMLElement;
  const settled = async (): Promise<void> => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
  };
  await settled();
  const handle = (index: number) => element.querySelectorAll<HTMLButtonElement>('baton-condition-node .handle')[index]!;
  const press = async (on: HTMLElement, key: string, altKey = false): Promise<void> => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));
    await settled();
  };
  return { fixture, element, settled, handle, press, now: () => conditionsOf(tree) };
}

describe('the tree of conditions', () => {
  afterEach(() => document.body.replaceChildren());

  it('moves a condition by keyboard, keeps the focus on it, and says where it is', async () => {
    const { element, handle, press, now } = await setup({ all: [longer(1), longer(2)] });
    await press(handle(1), 'ArrowUp', true);
    expect(now()).toEqual({ all: [longer(2), longer(1)] });
    expect(document.activeElement).toBe(handle(0));
    expect(element.querySelector('[role=status]')?.textContent).toBe('Moved: now number 1 of 2 in the “All” group');
    await press(handle(0), 'ArrowUp', true);
    expect(element.querySelector('[role=status]')?.textContent).toBe('It cannot go further that way');
  });

  it('goes into the group beside it, and out again', async () => {
    const { handle, press, now } = await setup({ all: [longer(1), { any: [longer(2)] }] });
    await press(handle(0), 'ArrowRight', true);
    expect(now()).toEqual({ all: [{ any: [longer(1), longer(2)] }] });
    await press(handle(0), 'ArrowLeft', true);
    expect(now()).toEqual({ all: [{ any: [longer(2)] }, longer(1)] });
  });

  it('asks for what is chosen, with the comparison people mean most often', async () => {
    const { element, settled, now } = await setup({ all: [] });
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Condition')!.click();
    await settled();
    expect(now()).toEqual({ all: [longer(120)] });
    const input = element.querySelector<HTMLInputElement>('.value input')!;
    expect([input.type, input.getAttribute('aria-label')]).toEqual(['number', 'Value of Length of the message']);
    input.value = '40';
    input.dispatchEvent(new Event('input'));
    await settled();
    expect(now()).toEqual({ all: [longer(40)] });
  });

  it('removes with one key, and puts the focus beside what is gone', async () => {
    const { handle, press, now } = await setup({ all: [longer(1), longer(2)] });
    await press(handle(0), 'Delete');
    expect(now()).toEqual({ all: [longer(2)] });
    expect(document.activeElement).toBe(handle(0));
  });

  it('says at a condition what is wrong with it, tied to its input', async () => {
    const { fixture, element, settled } = await setup({ all: [longer(1)] });
    const id = element.querySelector('baton-condition-node')!.getAttribute('data-node')!;
    fixture.componentRef.setInput('problems', new Map([[id, 'A number is needed']]));
    await settled();
    const input = element.querySelector<HTMLInputElement>('.value input')!;
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe('A number is needed');
  });
});
