import { TestBed } from '@angular/core/testing';
import type { RuleConditions } from '#contracts';
import { JsonTab } from './json-tab';

const OPEN: RuleConditions = { all: [{ fact: 'time.open', operator: 'equal', value: true }] };

async function setup() {
  const fixture = TestBed.createComponent(JsonTab);
  fixture.componentRef.setInput('conditions', OPEN);
  fixture.componentRef.setInput('mayEdit', true);
  const changes: RuleConditions[] = [];
  const broken: boolean[] = [];
  fixture.componentInstance.changed.subscribe((conditions) => changes.push(conditions));
  fixture.componentInstance.broken.subscribe((is) => broken.push(is));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const field = element.querySelector('textarea')!;
  const write = async (text: string): Promise<void> => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  return { fixture, element, field, write, changes, broken };
}

describe('JsonTab', () => {
  it('reads what is written, and leaves its layout alone while it says the same', async () => {
    const { fixture, field, write, changes } = await setup();
    const text = '{"any":[{"fact":"time.open","operator":"equal","value":false}]}';
    await write(text);
    expect(changes).toEqual([JSON.parse(text)]);
    fixture.componentRef.setInput('conditions', changes[0]);
    await fixture.whenStable();
    expect(field.value).toBe(text);
    fixture.componentRef.setInput('conditions', OPEN);
    await fixture.whenStable();
    expect(field.value).toBe(JSON.stringify(OPEN, null, 2));
  });

  it('says where it cannot be read, and changes nothing', async () => {
    const { element, write, changes, broken } = await setup();
    await write('{\n  "all": [}');
    expect(element.querySelector('[role=alert]')?.textContent).toMatch(/Line 2:11\s+This is no JSON from here on/);
    expect([changes.length, broken.at(-1)]).toEqual([0, true]);
    await write('{ "all": [] }');
    expect(broken.at(-1)).toBe(false);
  });
});
