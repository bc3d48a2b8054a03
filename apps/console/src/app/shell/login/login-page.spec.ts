import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { jest } from '@jest/globals';
import { BatonError } from '#sdk';
import { SignedIn } from '../signed-in';
import { LoginPage } from './login-page';

async function setup(next?: string) {
  const signIn = jest.fn<() => Promise<void>>(async () => undefined);
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), { provide: SignedIn, useValue: { signIn } }],
  });
  const fixture = TestBed.createComponent(LoginPage);
  if (next !== undefined) fixture.componentRef.setInput('next', next);
  const goTo = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/v1/setup').flush({ open: false });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const submit = async (email: string, password: string) => {
    const [first, second] = element.querySelectorAll('input');
    for (const [field, value] of [
      [first!, email],
      [second!, password],
    ] as const) {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };
  return { signIn, goTo, element, submit };
}

describe('LoginPage', () => {
  it('goes where one wanted to go', async () => {
    const { submit, signIn, goTo } = await setup('/inbox/mine/h1');
    await submit('ana@example.org', 'secret');
    expect(signIn).toHaveBeenCalledWith({ email: 'ana@example.org', password: 'secret' });
    expect(goTo).toHaveBeenCalledWith('/inbox/mine/h1');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/login'])('never goes to %s', async (next) => {
    const { submit, goTo } = await setup(next);
    await submit('ana@example.org', 'secret');
    expect(goTo).toHaveBeenCalledWith('/');
  });

  it('says what is wrong at the field, and does not ask the server', async () => {
    const { submit, signIn, element } = await setup();
    await submit('ana', '');
    expect(element.textContent).toContain('This is not an email address.');
    expect(element.textContent).toContain('Enter your password.');
    expect(signIn).not.toHaveBeenCalled();
  });

  it('says why it did not work, and keeps what was typed', async () => {
    const { submit, signIn, element } = await setup();
    signIn.mockRejectedValueOnce(new BatonError('auth.invalid_credentials', 'no', { status: 401 }));
    await submit('ana@example.org', 'wrong');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('do not belong together');
    expect(element.querySelector<HTMLInputElement>('input[type=email]')?.value).toBe('ana@example.org');
  });
});
