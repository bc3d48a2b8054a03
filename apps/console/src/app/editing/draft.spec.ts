import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { Draft } from './draft';

interface Shop {
  name: string;
  origins: string[];
  ai: { seconds: number };
}
const aShop = (): Shop => ({ name: 'Northwind', origins: ['https://northwind.example'], ai: { seconds: 20 } });

function refusal(status: number, errors: { path: string; message: string }[] = []): HttpErrorResponse {
  return new HttpErrorResponse({
    status,
    error: { code: 'input.invalid', detail: 'Check the input', status, title: 'Bad', type: 'about:blank', errors },
  });
}

@Component({ imports: [FormField], template: `<input [formField]="shop.name" />` })
class ShopPage {
  readonly shop = form(signal({ name: '' }));
  readonly draft = new Draft(this.shop);
}

describe('Draft', () => {
  function setup() {
    const shop = TestBed.runInInjectionContext(() =>
      form(signal<Shop>({ name: '', origins: [], ai: { seconds: 0 } }), (path) => required(path.name, { message: 'Needs a name' })),
    );
    const draft = new Draft(shop, { 'ai.millis': 'ai.seconds' });
    draft.begin(aShop());
    const written: Shop[] = [];
    const accept = async (value: Shop) => void written.push(value);
    const refuse = (error: unknown) => async () => Promise.reject(error);
    return { shop, draft, written, accept, refuse };
  }

  it('knows whether something was changed, also back again', () => {
    const { shop, draft } = setup();
    expect(draft.changed()).toBe(false);
    shop.name().value.set('Other');
    expect(draft.changed()).toBe(true);
    shop.name().value.set('Northwind');
    expect(draft.changed()).toBe(false);
  });

  it('goes back to what was saved', () => {
    const { shop, draft } = setup();
    shop.origins().value.set(['https://a.example', 'https://b.example']);
    draft.discard();
    expect(shop().value()).toEqual(aShop());
  });

  it('does not write what is wrong, and shows it', async () => {
    const { shop, draft, written, accept } = setup();
    shop.name().value.set('');
    expect(await draft.save(accept)).toBe(false);
    expect(written).toEqual([]);
    expect(shop.name().touched()).toBe(true);
    expect(shop.name().errors()[0]?.message).toBe('Needs a name');
  });

  it('writes, and then has nothing unsaved', async () => {
    const { shop, draft, written, accept } = setup();
    shop.name().value.set('Other');
    expect(await draft.save(accept)).toBe(true);
    expect(written).toEqual([{ ...aShop(), name: 'Other' }]);
    expect(draft.changed()).toBe(false);
  });

  it('keeps what is typed while it is being written, as a change yet to be saved', async () => {
    const { shop, draft } = setup();
    shop.name().value.set('  Other ');
    const saved = draft.save(async (value) => {
      await Promise.resolve();
      shop.ai.seconds().value.set(30);
      // The server has an opinion on what it was given.
      draft.begin({ ...value, name: 'Other' });
    });
    expect(await saved).toBe(true);
    expect(shop().value()).toEqual({ ...aShop(), name: 'Other', ai: { seconds: 30 } });
    expect(draft.changed()).toBe(true);
    draft.discard();
    expect(shop().value()).toEqual({ ...aShop(), name: 'Other' });
  });

  it('takes no letter away from whoever types on, not for a moment', async () => {
    const page = TestBed.createComponent(ShopPage);
    page.detectChanges();
    const { shop, draft } = page.componentInstance;
    const input = (page.nativeElement as HTMLElement).querySelector('input')!;
    const type = (text: string) => {
      input.value += text;
      input.dispatchEvent(new Event('input'));
    };
    type('Nord');
    await draft.save(async (value) => {
      await Promise.resolve();
      type(' Shop');
      draft.begin(value);
      type(' AS');
    });
    expect([input.value, shop.name().value()]).toEqual(['Nord Shop AS', 'Nord Shop AS']);
    expect(draft.changed()).toBe(true);
  });

  it('does not take for saved what was typed while the rest was', async () => {
    const { shop, draft } = setup();
    shop.name().value.set('Other');
    await draft.save(async () => {
      await Promise.resolve();
      shop.name().value.set('Another');
    });
    expect(shop.name().value()).toBe('Another');
    expect(draft.changed()).toBe(true);
  });

  it('puts the server’s errors at their fields and keeps the input', async () => {
    const { shop, draft, refuse } = setup();
    shop.name().value.set('Other');
    const saved = await draft.save(
      refuse(
        refusal(400, [
          { path: 'origins.0', message: 'must be an origin' },
          { path: 'ai.millis', message: 'millis must not be over 300' },
        ]),
      ),
    );
    expect(saved).toBe(false);
    expect(shop.origins[0]!().errors()[0]?.message).toBe('Must be an origin');
    expect(shop.ai.seconds().errors()[0]?.message).toBe('Must not be over 300');
    expect(draft.problem()).toBeNull();
    expect(shop().value().name).toBe('Other');
    expect(draft.changed()).toBe(true);
  });

  it('says above the form what belongs to no field', async () => {
    const { draft, refuse } = setup();
    await draft.save(refuse(refusal(403)));
    expect(draft.problem()?.detail).toBe('Check the input');
  });

  it('can be saved again unchanged after a lost connection or a refusal', async () => {
    const { shop, draft, written, accept, refuse } = setup();
    await draft.save(refuse(new HttpErrorResponse({ status: 0 })));
    expect(draft.problem()?.code).toBe('connection.lost');
    await draft.save(refuse(refusal(409, [{ path: 'name', message: 'is taken' }])));
    expect(shop.name().errors()).toHaveLength(1);
    expect(await draft.save(accept)).toBe(true);
    expect(written).toHaveLength(1);
  });
});
